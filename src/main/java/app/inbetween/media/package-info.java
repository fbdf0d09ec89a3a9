/** What can be learnt from, or done to, a picture or a film. */
package app.inbetween.media;
