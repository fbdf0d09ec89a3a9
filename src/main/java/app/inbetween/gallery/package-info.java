/** Finding, watching and downloading clips. */
package app.inbetween.gallery;
