/** Remote providers on this machine: as strict as the real ones, and with films that play. */
package app.inbetween.fakes;
