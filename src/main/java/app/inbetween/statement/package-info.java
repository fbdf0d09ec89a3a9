/** What became of a person's credits, in words. */
package app.inbetween.statement;
