/** What providers tell of by themselves: proven, noted once, and passed on as a reason to look. */
package app.inbetween.hook;
