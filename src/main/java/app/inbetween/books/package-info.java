/** Checks whether credits, clips and costs tell the same story. */
package app.inbetween.books;
