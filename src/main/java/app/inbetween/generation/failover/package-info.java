/** Another model tries what one could not draw, where the person wanted that. */
package app.inbetween.generation.failover;
