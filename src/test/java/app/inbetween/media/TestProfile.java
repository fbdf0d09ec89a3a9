package app.inbetween.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** ICC profiles of three primaries and one gamma, made for tests; also the conversion to sRGB as a second opinion. */
final class TestProfile {

    /** As phones and screens use it. Primaries after the profile connection space's white, D50. */
    static final TestProfile DISPLAY_P3 = new TestProfile(
            new double[][] { { 0.51512, 0.29198, 0.15710 }, { 0.24120, 0.69225, 0.06657 }, { -0.00105, 0.04189, 0.78407 } });
    static final TestProfile ADOBE_RGB = new TestProfile(
            new double[][] { { 0.60974, 0.20528, 0.14919 }, { 0.31111, 0.62567, 0.06322 }, { 0.01947, 0.06087, 0.74457 } });

    private static final double GAMMA = 2.2;
    // D50 to linear sRGB, adapted by Bradford: the inverse of sRGB's primaries under D50.
    private static final double[][] TO_SRGB = { { 3.1338561, -1.6168667, -0.4906146 }, { -0.9787684, 1.9161415, 0.0334540 },
            { 0.0719453, -0.2289914, 1.4052427 } };

    private final double[][] toXyz;

    private TestProfile(double[][] toXyz) {
        this.toXyz = toXyz;
    }

    /** A colour of this profile, 0xRRGGBB, as sRGB. */
    int toSrgb(int colour) {
        double[] linear = { linear(colour >> 16 & 0xff), linear(colour >> 8 & 0xff), linear(colour & 0xff) };
        double[] srgb = times(TO_SRGB, times(toXyz, linear));
        return encoded(srgb[0]) << 16 | encoded(srgb[1]) << 8 | encoded(srgb[2]);
    }

    byte[] icc() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", bytes(out -> {
            out.writeBytes("desc\0\0\0\0\0\0\0\5Test\0");
            out.write(new byte[78]);
        }));
        tags.put("cprt", bytes(out -> out.writeBytes("text\0\0\0\0none\0")));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        for (int i = 0; i < 3; i++) {
            tags.put("rgb".charAt(i) + "XYZ", xyz(toXyz[0][i], toXyz[1][i], toXyz[2][i]));
            tags.put("rgb".charAt(i) + "TRC", bytes(out -> {
                out.writeBytes("curv\0\0\0\0\0\0\0\1");
                out.writeShort((int) Math.round(GAMMA * 256));
            }));
        }
        return profile(tags);
    }

    private static byte[] profile(Map<String, byte[]> tags) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int start = 128 + 4 + 12 * tags.size();
        byte[] table = bytes(out -> {
            out.writeInt(tags.size());
            for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
                out.writeBytes(tag.getKey());
                out.writeInt(start + content.size());
                out.writeInt(tag.getValue().length);
                content.writeBytes(tag.getValue());
                content.writeBytes(new byte[(4 - content.size() % 4) % 4]);
            }
        });
        return TestPictures.join(header(start + content.size()), table, content.toByteArray());
    }

    private static byte[] header(int size) {
        return bytes(out -> {
            out.writeInt(size);
            out.writeInt(0);
            out.writeInt(0x02400000);
            out.writeBytes("mntrRGB XYZ \7\352\0\1\0\1\0\0\0\0\0\0acsp");
            out.write(new byte[28]);
            out.writeInt(0xf6d6);
            out.writeInt(0x10000);
            out.writeInt(0xd32d);
            out.write(new byte[48]);
        });
    }

    private static byte[] xyz(double x, double y, double z) {
        return bytes(out -> {
            out.writeBytes("XYZ \0\0\0\0");
            for (double value : new double[] { x, y, z }) {
                out.writeInt((int) Math.round(value * 65536));
            }
        });
    }

    private static double linear(int value) {
        return Math.pow(value / 255.0, GAMMA);
    }

    private static int encoded(double linear) {
        double clipped = Math.max(0, Math.min(1, linear));
        double value = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
        return (int) Math.round(value * 255);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Writing {

        void to(DataOutputStream out) throws IOException;
    }
}
