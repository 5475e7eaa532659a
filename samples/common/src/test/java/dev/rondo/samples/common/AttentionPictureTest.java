package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttentionPictureTest {
  private static final List<String> SOURCE = List.of("the", "European", "Economic", "Area");
  private static final List<String> TARGET = List.of("la", "zone", "économique");
  private static final float[][] WEIGHTS = {
    {0.7f, 0, 0.1f, 0.2f}, {0, 0, 0.25f, 0.75f}, {0, 0.1f, 0.9f, 0}
  };

  @TempDir private Path folder;

  private BufferedImage picture(List<String> source, List<String> target, float[][] weights)
      throws IOException {
    Path png = folder.resolve("attention.png");
    AttentionPicture.write(png, source, target, weights);
    assertThat(Arrays.copyOf(Files.readAllBytes(png), 8))
        .isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    return Objects.requireNonNull(ImageIO.read(png.toFile()));
  }

  /** Returns the brightness, 0 to 255, in the middle of a cell. */
  private static int brightness(
      BufferedImage image, AttentionDrawing drawing, int row, int column) {
    Rectangle cell = drawing.cell(row, column);
    return image.getRGB((int) cell.getCenterX(), (int) cell.getCenterY()) & 0xFF;
  }

  private static boolean hasInk(BufferedImage image, Rectangle part) {
    for (int y = part.y; y < part.y + part.height; y++) {
      for (int x = part.x; x < part.x + part.width; x++) {
        if ((image.getRGB(x, y) & 0xFF) < 128) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void cellsAreAsBrightAsTheirWeights() throws IOException {
    BufferedImage image = picture(SOURCE, TARGET, WEIGHTS);
    AttentionDrawing drawing = new AttentionDrawing(SOURCE, TARGET);
    for (int row = 0; row < TARGET.size(); row++) {
      for (int column = 0; column < SOURCE.size(); column++) {
        assertThat((double) brightness(image, drawing, row, column))
            .isWithin(1)
            .of(255 * WEIGHTS[row][column]);
      }
    }
  }

  @Test
  void wordsStandBesideTheirRowsAndAboveTheirColumns() throws IOException {
    List<String> source = List.of("", "on", "");
    List<String> target = List.of("sur", "", "la");
    BufferedImage image = picture(source, target, new float[3][3]);
    AttentionDrawing drawing = new AttentionDrawing(source, target);
    for (int i = 0; i < 3; i++) {
      Rectangle row = drawing.cell(i, 0);
      Rectangle column = drawing.cell(0, i);
      assertThat(hasInk(image, new Rectangle(0, row.y, row.x, row.height)))
          .isEqualTo(!target.get(i).isEmpty());
      assertThat(hasInk(image, new Rectangle(column.x, 0, column.width, column.y)))
          .isEqualTo(!source.get(i).isEmpty());
    }
  }

  @Test
  void allCellsAreInThePicture() throws IOException {
    List<String> words = Collections.nCopies(40, "Donaudampfschifffahrtsgesellschaftskapitän");
    BufferedImage image = picture(words, words, new float[40][40]);
    Rectangle last = new AttentionDrawing(words, words).cell(39, 39);
    assertThat(last.x + last.width).isLessThan(image.getWidth());
    assertThat(last.y + last.height).isLessThan(image.getHeight());
    // a long word is cut: it takes less than a quarter of the picture
    assertThat(last.x).isAtLeast(40 * 20);
    assertThat(image.getWidth()).isLessThan(40 * 40);
  }

  @Test
  void aSingleWordHasAPictureWithALegend() throws IOException {
    BufferedImage image = picture(List.of("Hi"), List.of("Salut"), new float[][] {{1}});
    AttentionDrawing drawing = new AttentionDrawing(List.of("Hi"), List.of("Salut"));
    assertThat(brightness(image, drawing, 0, 0)).isEqualTo(255);
    Rectangle cell = drawing.cell(0, 0);
    int below = cell.y + cell.height + 1;
    assertThat(
            hasInk(
                image,
                new Rectangle(cell.x, below, image.getWidth() - cell.x, image.getHeight() - below)))
        .isTrue();
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    Path png = folder.resolve("missing").resolve("attention.png");
    SampleFailure e =
        assertThrows(
            SampleFailure.class, () -> AttentionPicture.write(png, SOURCE, TARGET, WEIGHTS));
    assertThat(e).hasMessageThat().startsWith("the picture " + png + " cannot be written: ");
  }

  @Test
  void weightsMustFitTheWords() {
    assertThat(refusal(SOURCE, List.of("la"), WEIGHTS))
        .isEqualTo("weights have 3 rows for 1 target words");
    assertThat(refusal(List.of("the"), TARGET, WEIGHTS))
        .isEqualTo("row 0 of the weights has 4 columns for 1 source words");
    assertThat(refusal(List.of(), TARGET, WEIGHTS))
        .isEqualTo("source has 0 words, a picture has 1 to 200");
    assertThat(refusal(SOURCE, Collections.nCopies(201, "la"), WEIGHTS))
        .isEqualTo("target has 201 words, a picture has 1 to 200");
    assertThat(refusal(List.of("a", "b"), List.of("c"), new float[][] {{1, Float.NaN}}))
        .isEqualTo("the weight in row 0, column 1 is NaN, must be in [0, 1]");
    assertThat(refusal(List.of("a"), List.of("c"), new float[][] {{1.1f}}))
        .isEqualTo("the weight in row 0, column 0 is 1.1, must be in [0, 1]");
  }

  private String refusal(List<String> source, List<String> target, float[][] weights) {
    Path png = folder.resolve("attention.png");
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AttentionPicture.write(png, source, target, weights));
    assertThat(Files.exists(png)).isFalse();
    return Objects.requireNonNull(e.getMessage());
  }

  @Test
  void thisJavaCanDraw() {
    AttentionPicture.checkDrawing();
  }

  @Test
  void aJavaWithoutFontsOrLibrariesIsToldApart() {
    for (Error error : List.of(new InternalError("no fonts"), new UnsatisfiedLinkError("awt"))) {
      SampleFailure e =
          assertThrows(
              SampleFailure.class,
              () ->
                  AttentionPicture.drawn(
                      () -> {
                        throw error;
                      }));
      assertThat(e).hasMessageThat().contains("it lacks fonts");
      assertThat(e).hasMessageThat().contains(error.getMessage());
    }
  }
}
