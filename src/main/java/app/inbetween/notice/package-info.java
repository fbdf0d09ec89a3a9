/** What a person is told on every page until they put it away. */
package app.inbetween.notice;
