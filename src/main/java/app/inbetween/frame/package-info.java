/** The stills a person uploads, and what is wrong with a pair. */
package app.inbetween.frame;
