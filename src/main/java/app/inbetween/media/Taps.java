package app.inbetween.media;

/** Which source pixels, in which parts (sum 1), make each target pixel along one axis. */
class Taps {

    private final int[] first;
    private final float[][] weights;

    private Taps(int targets) {
        this.first = new int[targets];
        this.weights = new float[targets][];
    }

    static Taps between(int sources, int targets) {
        Taps taps = new Taps(targets);
        for (int i = 0; i < targets; i++) {
            if (targets < sources) {
                taps.average(i, sources);
            } else {
                taps.interpolate(i, sources);
            }
        }
        return taps;
    }

    int first(int target) {
        return first[target];
    }

    int count(int target) {
        return weights[target].length;
    }

    float weight(int target, int tap) {
        return weights[target][tap];
    }

    private void average(int target, int sources) {
        double scale = (double) sources / first.length;
        double start = target * scale;
        double end = Math.min(start + scale, sources);
        first[target] = (int) start;
        weights[target] = new float[(int) Math.ceil(end - 1e-9) - first[target]];
        for (int tap = 0; tap < weights[target].length; tap++) {
            int pixel = first[target] + tap;
            double covered = Math.min(end, pixel + 1) - Math.max(start, pixel);
            weights[target][tap] = (float) (covered / (end - start));
        }
    }

    private void interpolate(int target, int sources) {
        double centre = (target + 0.5) * sources / first.length - 0.5;
        int left = (int) Math.floor(centre) - 1;
        first[target] = clamp(left, sources);
        weights[target] = new float[clamp(left + 3, sources) - first[target] + 1];
        for (int pixel = left; pixel < left + 4; pixel++) {
            weights[target][clamp(pixel, sources) - first[target]] += (float) cubic(Math.abs(centre - pixel));
        }
    }

    private static int clamp(int pixel, int sources) {
        return Math.max(0, Math.min(sources - 1, pixel));
    }

    /** The Catmull-Rom kernel (Keys 1981, a = -0.5). */
    private static double cubic(double distance) {
        if (distance < 1) {
            return (1.5 * distance - 2.5) * distance * distance + 1;
        }
        return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
    }
}
