/** Every entry of the ledger, whoever's it is. */
package app.inbetween.admin.movement;
