/** What was found in the books, and having them checked. */
package app.inbetween.admin.book;
