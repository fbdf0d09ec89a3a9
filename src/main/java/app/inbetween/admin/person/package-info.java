/** The people of the studio: found, looked at, given to and taken from, let in and shut out. */
package app.inbetween.admin.person;
