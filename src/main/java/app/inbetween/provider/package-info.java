/** The port to whatever draws the film between two frames. */
package app.inbetween.provider;
