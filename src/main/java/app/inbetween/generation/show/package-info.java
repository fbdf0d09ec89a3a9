/** The page of one clip: how it is coming on, and then the film. */
package app.inbetween.generation.show;
