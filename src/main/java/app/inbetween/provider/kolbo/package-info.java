/** Kolbo, which passes clips on to models of many makers and counts in credits of its own. */
package app.inbetween.provider.kolbo;
