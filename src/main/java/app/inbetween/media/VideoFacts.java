package app.inbetween.media;

import java.time.Duration;

/** What a playable film is: its codec and pixel format are named as ffmpeg names them. */
public record VideoFacts(
        Dimensions size, int frames, FrameRate rate, Duration duration, String codec, String pixelFormat) {
}
