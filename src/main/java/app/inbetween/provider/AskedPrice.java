package app.inbetween.provider;

/**
 * What a provider says it asks for a second of video.
 *
 * @param model id of one of its models
 * @param resolution one the model offers
 * @param variant {@code standard}, or what an option of the model is priced by
 * @param micros millionths of the currency for each second, above 0
 * @param currency ISO 4217 code
 */
public record AskedPrice(String model, String resolution, String variant, long micros, String currency) {
}
