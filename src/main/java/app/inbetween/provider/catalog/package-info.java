/** What every remote provider's models can do, and how to say it to them: read from files, so that data stays data. */
package app.inbetween.provider.catalog;
