/** What is asked of a model, and whether that model can do it. */
package app.inbetween.generation.wish;
