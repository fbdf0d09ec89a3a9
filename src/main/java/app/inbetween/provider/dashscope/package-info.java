/** Alibaba Cloud Model Studio, known to programs as DashScope. */
package app.inbetween.provider.dashscope;
