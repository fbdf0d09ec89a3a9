/** A ComfyUI server of the operator's own, spoken to in its own words: a graph of nodes, a queue and a history. */
package app.inbetween.provider.comfyui;
