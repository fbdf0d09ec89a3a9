/** The database of a trial, so that one command runs everything. */
package app.inbetween.trial;
