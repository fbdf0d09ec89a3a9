/** Which model suits a pair of frames best, and why. */
package app.inbetween.generation.choice;
