/** Credits for many at once. */
package app.inbetween.admin.bulk;
