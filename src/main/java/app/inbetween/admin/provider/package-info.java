/** How the providers are doing, and which of them and of their models people may use. */
package app.inbetween.admin.provider;
