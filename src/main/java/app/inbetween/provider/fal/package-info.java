/** fal's queue of models. */
package app.inbetween.provider.fal;
