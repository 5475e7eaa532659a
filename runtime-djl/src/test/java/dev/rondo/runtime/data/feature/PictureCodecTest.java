package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Normalization;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.picture.PictureSettings;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of pictures of all kinds, against their colours; what is scaled and stored. */
class PictureCodecTest {
  private static float[] seen(BufferedImage picture, int width, int height, int channels) {
    PictureCodec.Description<BufferedImage> description =
        PictureCodec.of("frames", new PictureSettings(width, height, channels), Normalization.NONE);
    return description.learner().build().encode(List.of(picture)).features();
  }

  private static BufferedImage picture(int type, int... argb) {
    BufferedImage picture = new BufferedImage(argb.length, 1, type);
    for (int x = 0; x < argb.length; x++) {
      picture.setRGB(x, 0, argb[x]);
    }
    return picture;
  }

  private static void assertPixels(float[] found, double... expected) {
    assertThat(found).hasLength(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).isWithin(1e-6).of(expected[i]);
    }
  }

  @Test
  void coloursAreReadChannelByChannelInAllOrdersOfBytes() {
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_RGB,
          BufferedImage.TYPE_INT_BGR,
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_INT_ARGB,
          BufferedImage.TYPE_4BYTE_ABGR
        }) {
      BufferedImage two = picture(type, 0xFFFF8000, 0xFF003366);
      assertPixels(seen(two, 2, 1, 3), 1, 0, 128 / 255.0, 0x33 / 255.0, 0, 0x66 / 255.0);
      assertPixels(
          seen(two, 2, 1, 1), 0.299 + 0.587 * 128 / 255, (0.587 * 0x33 + 0.114 * 0x66) / 255);
    }
    assertPixels(seen(picture(BufferedImage.TYPE_USHORT_565_RGB, 0xFFFF00FF), 1, 1, 3), 1, 0, 1);
  }

  @Test
  void whatIsTransparentLiesOverBlack() {
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_4BYTE_ABGR,
        }) {
      BufferedImage half = picture(type, 0x80FF4000, 0x00FFFFFF);
      double over = 0x80 / 255.0;
      assertPixels(seen(half, 2, 1, 3), over, 0, over * 0x40 / 255, 0, 0, 0);
    }
    BufferedImage multiplied = picture(BufferedImage.TYPE_INT_ARGB_PRE, 0x80FFFFFF);
    assertPixels(seen(multiplied, 1, 1, 1), 0x80 / 255.0);
  }

  @Test
  void greyIsReadAsItIsStoredOfOneToSixteenBits() {
    BufferedImage bytes = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    bytes.getRaster().setSample(0, 0, 0, 100);
    bytes.getRaster().setSample(1, 0, 0, 255);
    assertPixels(seen(bytes, 2, 1, 1), 100 / 255.0, 1);
    assertPixels(seen(bytes, 2, 1, 3), 100 / 255.0, 1, 100 / 255.0, 1, 100 / 255.0, 1);

    BufferedImage shorts = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    shorts.getRaster().setSample(0, 0, 0, 40_000);
    shorts.getRaster().setSample(1, 0, 0, 1);
    assertPixels(seen(shorts, 2, 1, 1), 40_000 / 65_535.0, 1 / 65_535.0);

    BufferedImage bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    bits.setRGB(1, 0, 0xFFFFFFFF);
    assertPixels(seen(bits, 2, 1, 1), 0, 1);
  }

  @Test
  void sixteenBitsOfEachColourAreReadToTheLast() {
    ComponentColorModel colors =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, 3, DataBuffer.TYPE_USHORT);
    WritableRaster raster = colors.createCompatibleWritableRaster(1, 1);
    raster.setPixel(0, 0, new int[] {65_535, 1_000, 3, 32_768});
    double over = 32_768 / 65_535.0;

    assertPixels(
        seen(new BufferedImage(colors, raster, false, null), 1, 1, 3),
        over,
        over * 1_000 / 65_535,
        over * 3 / 65_535);
  }

  @Test
  void indexedPicturesAreReadByTheirPalette() {
    IndexColorModel palette =
        new IndexColorModel(
            2,
            3,
            new int[] {0xFF102030, 0xFFFFFFFF, 0x00FF0000},
            0,
            true,
            -1,
            DataBuffer.TYPE_BYTE);
    BufferedImage indexed = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    indexed.getRaster().setSample(1, 0, 0, 1);
    indexed.getRaster().setSample(2, 0, 0, 2);

    assertPixels(seen(indexed, 3, 1, 3), 16 / 255.0, 1, 0, 32 / 255.0, 1, 0, 48 / 255.0, 1, 0);
  }

  @Test
  void aPartOfAPictureIsThatPart() {
    BufferedImage whole = picture(BufferedImage.TYPE_INT_RGB, 0, 0, 0xFFFFFFFF, 0);

    assertPixels(seen(whole.getSubimage(2, 0, 2, 1), 2, 1, 1), 1, 0);
  }

  @Test
  void eachPixelIsTheMeanOfWhatItCovers() {
    Random random = new Random(3);
    for (int[] sizes : new int[][] {{7, 5, 3, 2}, {6, 4, 3, 2}, {3, 2, 7, 5}, {8, 8, 8, 8}}) {
      BufferedImage grey = new BufferedImage(sizes[0], sizes[1], BufferedImage.TYPE_BYTE_GRAY);
      for (int y = 0; y < sizes[1]; y++) {
        for (int x = 0; x < sizes[0]; x++) {
          grey.getRaster().setSample(x, y, 0, random.nextInt(256));
        }
      }
      assertPixels(seen(grey, sizes[2], sizes[3], 1), means(grey, sizes[2], sizes[3]));
    }
  }

  /** Cuts every pixel into so many that both sizes divide them. */
  private static double[] means(BufferedImage grey, int width, int height) {
    double[] means = new double[width * height];
    int rows = grey.getHeight() * height;
    int columns = grey.getWidth() * width;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int sample = grey.getRaster().getSample(x / width, y / height, 0);
        means[y / grey.getHeight() * width + x / grey.getWidth()] +=
            sample / 255.0 / grey.getWidth() / grey.getHeight();
      }
    }
    return means;
  }

  @Test
  void channelsAreStandardizedOverTheTrainingDataAndStored() {
    PictureCodec.Description<BufferedImage> description =
        PictureCodec.of("frames", new PictureSettings(2, 1, 3), Normalization.GLOBAL);
    PictureCodec.Learner<BufferedImage> learner = description.learner();
    BufferedImage one = picture(BufferedImage.TYPE_INT_RGB, 0xFF000010, 0xFF00FF10);
    BufferedImage two = picture(BufferedImage.TYPE_INT_RGB, 0xFFFF0010, 0xFFFF0010);
    learner.add(List.of(one));
    learner.add(List.of(two));
    PictureCodec<BufferedImage> codec = learner.build();

    float[] features = codec.encode(List.of(one)).features();
    double green = Math.sqrt(3.0 / 16); // of 0, 1, 0, 0
    assertPixels(features, -1, -1, -0.25 / green, 0.75 / green, 0, 0);
    Map<String, StoredCodec> stored = codec.stored("frames");
    assertThat(description.restore(stored).encode(List.of(one, two)).features())
        .isEqualTo(codec.encode(List.of(one, two)).features());

    float[] step = new float[6];
    codec.stepEncoder().encode(one, new double[0], step, new int[0]);
    assertThat(step).isEqualTo(features);

    PictureCodec.Description<BufferedImage> larger =
        PictureCodec.of("frames", new PictureSettings(3, 1, 3), Normalization.GLOBAL);
    assertThat(assertThrows(IllegalArgumentException.class, () -> larger.restore(stored)))
        .hasMessageThat()
        .contains("was trained with width = \"2\", but the model now has \"3\"");
    Map<String, String> settings =
        new HashMap<>(Objects.requireNonNull(stored.get("frames")).settings());
    settings.put("mean", "1 2");
    Map<String, StoredCodec> damaged =
        Map.of("frames", new StoredCodec("pictures", settings, List.of()));
    assertThrows(IllegalArgumentException.class, () -> description.restore(damaged));
  }

  @Test
  void aClipCanBeNormalizedByItself() {
    PictureCodec<BufferedImage> codec =
        PictureCodec.of("frames", new PictureSettings(2, 1, 1), Normalization.UTTERANCE)
            .learner()
            .build();
    BufferedImage one = picture(BufferedImage.TYPE_INT_RGB, 0xFF000000, 0xFFFFFFFF);
    BufferedImage two = picture(BufferedImage.TYPE_INT_RGB, 0xFF000000, 0xFF000000);
    double scale = 1 / Math.sqrt(3.0 / 16 + 1e-5);

    assertPixels(
        codec.encode(List.of(one, two)).features(),
        -0.25 * scale,
        0.75 * scale,
        -0.25 * scale,
        -0.25 * scale);
    assertThrows(IllegalStateException.class, codec::stepEncoder);
  }

  @Test
  void whatIsNoPictureIsToldByItsPlace(@TempDir Path folder) throws IOException {
    PictureCodec<BufferedImage> pictures =
        PictureCodec.of("frames", new PictureSettings(2, 1, 1), Normalization.NONE)
            .learner()
            .build();
    List<BufferedImage> holes =
        new ArrayList<>(Arrays.asList(picture(BufferedImage.TYPE_INT_RGB, 0), null));
    assertThat(assertThrows(IllegalArgumentException.class, () -> pictures.encode(holes)))
        .hasMessageThat()
        .isEqualTo("frames[1] is null");
    assertThat(assertThrows(IllegalArgumentException.class, () -> pictures.encode(List.of())))
        .hasMessageThat()
        .isEqualTo("frames is empty, expected at least one picture");
    assertThrows(IllegalArgumentException.class, () -> pictures.encode(null));

    PictureCodec<Path> files =
        PictureCodec.ofFiles("frames", new PictureSettings(2, 1, 1), Normalization.NONE)
            .learner()
            .build();
    Path broken = Files.write(folder.resolve("broken.png"), new byte[] {1, 2, 3});
    assertThat(assertThrows(IllegalArgumentException.class, () -> files.encode(List.of(broken))))
        .hasMessageThat()
        .startsWith("frames[0] cannot be read: " + broken + ": is no picture");
  }
}
