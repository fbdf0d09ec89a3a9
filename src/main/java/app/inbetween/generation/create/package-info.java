/** The form a clip is asked for with. */
package app.inbetween.generation.create;
