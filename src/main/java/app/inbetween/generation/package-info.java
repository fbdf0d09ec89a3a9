/** A clip someone asked for: request, price, progress, outcome. */
package app.inbetween.generation;
