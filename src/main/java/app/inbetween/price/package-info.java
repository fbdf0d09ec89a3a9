/** What videos cost, in credits and in the provider's money. */
package app.inbetween.price;
