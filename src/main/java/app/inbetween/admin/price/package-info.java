/** The price book as administrators read it, and how they change it. */
package app.inbetween.admin.price;
