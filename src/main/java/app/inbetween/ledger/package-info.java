/** Credits, and the append-only record of every movement. */
package app.inbetween.ledger;
