/** Deciding on what people ask for. */
package app.inbetween.admin.request;
