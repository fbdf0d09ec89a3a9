/** How fast each provider is called, and when it is left alone; shared by all nodes. */
package app.inbetween.generation.pace;
