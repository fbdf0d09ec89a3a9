/** Plain SQL, for what is written with exactly one statement and read with exactly one plan. */
package app.inbetween.database;
