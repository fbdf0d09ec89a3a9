package app.inbetween.provider.local;

/** One still fades into the other; nothing moves. */
class Crossfade implements Drawing {

    private static final int ALL = 1 << 16;

    private final byte[] first;
    private final byte[] last;

    Crossfade(byte[] first, byte[] last) {
        this.first = first;
        this.last = last;
    }

    @Override
    public void draw(double progress, byte[] frame) {
        int after = (int) Math.round(progress * ALL);
        int before = ALL - after;
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) ((first[i] & 0xff) * before + (last[i] & 0xff) * after + ALL / 2 >> 16);
        }
    }
}
