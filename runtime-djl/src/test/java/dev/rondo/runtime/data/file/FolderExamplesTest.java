package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.ExampleFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of classes with clips in them, read as examples. */
class FolderExamplesTest {
  private enum Motion {
    UP,
    DOWN
  }

  private record Clip(List<BufferedImage> frames, Motion motion) {}

  private static RecordReader<Clip> clip(Columns columns) {
    ValueColumn<List<BufferedImage>> frames = columns.value("frames", TextFormat.FRAMES);
    ConstantColumn<Motion> expected = columns.constant("expected", Motion.values());
    return cells -> new Clip(frames.of(cells), expected.of(cells));
  }

  private static void write(Path file, int width) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(new BufferedImage(width, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
  }

  @Test
  void eachClipOfEachClassIsAnExample(@TempDir Path folder) throws IOException {
    write(folder.resolve("up/a/2.png"), 2);
    write(folder.resolve("up/a/10.png"), 10);
    write(folder.resolve("up/b.png"), 3);
    write(folder.resolve("DOWN/c.png"), 4);
    write(folder.resolve(".cache/x.png"), 4);
    Files.writeString(folder.resolve("README"), "about these");
    Files.writeString(folder.resolve("up/.DS_Store"), "");

    List<Clip> clips = ExampleSource.of(folder, FolderExamplesTest::clip).toList();

    assertThat(clips.stream().map(Clip::motion).toList())
        .containsExactly(Motion.DOWN, Motion.UP, Motion.UP)
        .inOrder();
    assertThat(clips.get(1).frames().stream().map(BufferedImage::getWidth).toList())
        .containsExactly(2, 10)
        .inOrder();
  }

  @Test
  void whatIsWrongIsToldByItsPlace(@TempDir Path folder) throws IOException {
    assertThat(failure(folder)).contains("has no folders, expected one for each class");

    write(folder.resolve("up/a.png"), 2);
    write(folder.resolve("sideways/b.png"), 2);
    assertThat(failure(folder)).contains("sideways\" (expected)");

    Files.delete(folder.resolve("sideways/b.png"));
    Files.write(folder.resolve("up/c.png"), new byte[] {1});
    assertThat(failure(folder)).contains("c.png: is no picture that Java reads");
  }

  private static String failure(Path folder) {
    ExampleSource<Clip> source = ExampleSource.of(folder, FolderExamplesTest::clip);
    return String.valueOf(assertThrows(ExampleFileException.class, source::toList).getMessage());
  }

  @Test
  void aFolderOfOtherExamplesIsRefused(@TempDir Path folder) {
    RecordLayout<Motion> plain =
        columns -> {
          ConstantColumn<Motion> expected = columns.constant("expected", Motion.values());
          return expected::of;
        };

    assertThat(assertThrows(ExampleFileException.class, () -> ExampleSource.of(folder, plain)))
        .hasMessageThat()
        .contains("is a folder, expected a file");
  }
}
