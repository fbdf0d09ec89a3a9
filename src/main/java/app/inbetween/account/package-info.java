/** Who is asking: the person behind a sign-in. */
package app.inbetween.account;
