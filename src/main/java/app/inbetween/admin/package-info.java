/** What the operator sees and may do. */
package app.inbetween.admin;
