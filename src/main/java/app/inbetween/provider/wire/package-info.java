/** HTTP as the adapters speak it: one request, one answer, and a clear word on whether it left this machine. */
package app.inbetween.provider.wire;
