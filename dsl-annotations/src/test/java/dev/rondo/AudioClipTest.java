package dev.rondo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sounds from files, streams and arrays; damaged files are told by name and place. */
class AudioClipTest {
  private static final float[] VALUES = {0, 0.5f, -0.5f, 0.25f, -1, 0.75f};

  /** A WAV file written by hand. */
  private static byte[] wav(int format, int channels, int rate, int bits, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(36 + data.length).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) format).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    out.putShort((short) bits).put(ascii("data")).putInt(data.length).put(data);
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] samples(int format, int bits, float... values) {
    ByteBuffer out = ByteBuffer.allocate(values.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (format == 3 && bits == 32) {
        out.putFloat(value);
      } else if (format == 3) {
        out.putDouble(value);
      } else if (bits == 8) {
        out.put((byte) (128 + value * 128));
      } else {
        long whole = (long) (value * (1L << (bits - 1)));
        for (int b = 0; b < bits; b += 8) {
          out.put((byte) (whole >> b));
        }
      }
    }
    return out.array();
  }

  private static AudioClip read(byte[] bytes) {
    return AudioClip.read(new ByteArrayInputStream(bytes), "a.wav");
  }

  private static String error(byte[] bytes) {
    return String.valueOf(assertThrows(AudioFileException.class, () -> read(bytes)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "1, 16", "1, 24", "1, 32", "3, 32", "3, 64"})
  void allKindsOfSamplesAreRead(int format, int bits) {
    AudioClip clip = read(wav(format, 1, 8000, bits, samples(format, bits, VALUES)));

    assertThat(clip.samples()).usingTolerance(1e-9).containsExactly(VALUES).inOrder();
    assertThat(clip.rate()).isEqualTo(8000);
  }

  @Test
  void channelsAreAveraged() {
    assertThat(read(wav(1, 2, 8000, 16, samples(1, 16, VALUES))).samples())
        .usingTolerance(1e-9)
        .containsExactly(new float[] {0.25f, -0.125f, -0.125f})
        .inOrder();
  }

  @Test
  void otherChunksAndUnknownSizesAreReadOver() {
    byte[] plain = wav(1, 1, 8000, 16, samples(1, 16, VALUES));
    ByteBuffer out = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    out.put(plain, 0, 36).put(ascii("LIST")).putInt(3).put(new byte[4]);
    out.put(ascii("data")).putInt(-1).put(plain, 44, plain.length - 44);

    assertThat(read(out.array()).samples()).hasLength(VALUES.length);
  }

  @Test
  void formatsWithAnExtensionAreRead() {
    byte[] data = samples(3, 32, VALUES);
    ByteBuffer out = ByteBuffer.allocate(68 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(60 + data.length).put(ascii("WAVEfmt ")).putInt(40);
    out.putShort((short) 0xFFFE).putShort((short) 1).putInt(8000).putInt(32000);
    out.putShort((short) 4).putShort((short) 32).putShort((short) 22).putShort((short) 32);
    out.putInt(0).putShort((short) 3).put(new byte[14]).put(ascii("data")).putInt(data.length);
    out.put(data);

    assertThat(read(out.array()).samples()).isEqualTo(VALUES);
  }

  @Test
  void whatIsWrittenIsReadAgain(@TempDir Path folder) {
    Path file = folder.resolve("clip.wav");
    AudioClip clip = AudioClip.of(new float[] {0, 0.5f, -1, 2}, 16_000);

    clip.write(file);

    assertThat(AudioClip.read(file).samples())
        .usingTolerance(1e-9)
        .containsExactly(new float[] {0, 0.5f, -1, 32_767 / 32_768f})
        .inOrder();
  }

  @ParameterizedTest
  @CsvSource({
    "8, false, false",
    "16, true, true",
    "16, true, false",
    "24, true, true",
    "32, true, false"
  })
  void streamsOfJavaAreRead(int bits, boolean signed, boolean bigEndian) throws IOException {
    int size = bits / 8;
    byte[] bytes = new byte[VALUES.length * size];
    for (int i = 0; i < VALUES.length; i++) {
      long whole = (long) (VALUES[i] * (1L << (bits - 1))) + (signed ? 0 : 1L << (bits - 1));
      for (int b = 0; b < size; b++) {
        bytes[i * size + (bigEndian ? size - 1 - b : b)] = (byte) (whole >> (8 * b));
      }
    }
    AudioFormat format = new AudioFormat(8000, bits, 1, signed, bigEndian);
    try (AudioInputStream stream =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, VALUES.length)) {
      assertThat(AudioClip.fromStream(stream).samples())
          .usingTolerance(1e-9)
          .containsExactly(VALUES)
          .inOrder();
    }
  }

  /** Java's own writer and reader, and its decoder of µ-law. */
  @Test
  void whatJavaEncodesIsDecoded() throws Exception {
    float[] values = {0, 0.5f, -0.5f, 0.25f, -0.9f, 0.75f}; // its encoder makes 0 of -1
    byte[] bytes = samples(1, 16, values);
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (AudioInputStream plain =
            new AudioInputStream(new ByteArrayInputStream(bytes), format, values.length);
        AudioInputStream encoded =
            AudioSystem.getAudioInputStream(AudioFormat.Encoding.ULAW, plain)) {
      AudioSystem.write(encoded, AudioFileFormat.Type.WAVE, file);
    }

    assertThat(error(file.toByteArray())).contains("samples are of format 7 with 8 bits");
    try (AudioInputStream stream =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      assertThat(AudioClip.fromStream(stream).samples())
          .usingTolerance(0.04)
          .containsExactly(values)
          .inOrder();
    }
  }

  /** The class path of the tests has a library that reads and writes FLAC. */
  private static void writeFlac(short[] samples, Path file) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : samples) {
      data.putShort(sample);
    }
    AudioInputStream stream =
        new AudioInputStream(
            new ByteArrayInputStream(data.array()),
            new AudioFormat(16_000, 16, 1, true, false),
            samples.length);
    AudioFileFormat.Type type =
        Arrays.stream(AudioSystem.getAudioFileTypes(stream))
            .filter(it -> it.getExtension().equals("flac"))
            .findFirst()
            .orElseThrow();
    AudioSystem.write(stream, type, file.toFile());
  }

  @Test
  void flacIsReadByALibrary(@TempDir Path folder) throws IOException {
    Random random = new Random(1);
    short[] samples = new short[10_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (12_000 * Math.sin(i / 20.0) + 100 * random.nextGaussian());
    }
    Path file = folder.resolve("a.flac");
    writeFlac(samples, file);
    byte[] bytes = Files.readAllBytes(file);

    assertThat(AudioClip.read(file)).isEqualTo(AudioClip.of(samples, 16_000));
    assertThat(AudioClip.read(new ByteArrayInputStream(bytes), "a").length()).isEqualTo(10_000);
    for (int i = 0; i < 20; i++) {
      byte[] damaged = bytes.clone();
      damaged[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
      try {
        AudioClip.read(new ByteArrayInputStream(damaged), "a");
      } catch (AudioFileException e) {
        assertThat(e).hasMessageThat().startsWith("a: is a FLAC file that ");
      }
    }
  }

  @Test
  void damagedFilesAreToldByNameAndPlace() {
    byte[] right = wav(1, 1, 8000, 16, samples(1, 16, VALUES));

    assertThat(error(new byte[3])).startsWith("a.wav: is no WAV file");
    assertThat(error(ascii("fLaC and more than twelve")))
        .startsWith(
            "a.wav: is a FLAC file that javax.sound cannot read: it is damaged, or nothing");
    assertThat(error(Arrays.copyOf(right, 50)))
        .isEqualTo(
            "a.wav: byte 36: chunk \"data\" says that it has 12 bytes, but there are 6. The file is"
                + " cut off or damaged.");
    assertThat(error(Arrays.copyOf(right, 36)))
        .isEqualTo(
            "a.wav: byte 36: the file ends without a chunk \"data\", so that it has no samples.");
    assertThat(error(wav(1, 1, 8000, 16, new byte[0]))).contains("the file has no samples");
    assertThat(error(wav(1, 1, 8000, 12, new byte[4]))).contains("format 1 with 12 bits");
    assertThat(error(wav(1, 0, 8000, 16, new byte[4]))).contains("there are 0 channels");
    assertThat(error(wav(1, 1, 0, 16, new byte[4]))).contains("the rate is 0 samples a second");
    assertThat(error(wav(1, 2, 8000, 16, new byte[6]))).contains("no multiple of the 4");
    assertThat(error(wav(3, 1, 8000, 32, samples(3, 32, 0, Float.NaN))))
        .isEqualTo("a.wav: byte 48: the sample is NaN, expected a finite number.");
  }

  @Test
  void anyBytesGiveAClipOrAnError() {
    byte[] right = wav(1, 1, 8000, 16, samples(1, 16, VALUES));
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = Arrays.copyOf(right, random.nextInt(right.length) + 1);
      for (int k = random.nextInt(4); k >= 0; k--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(read(damaged).length()).isGreaterThan(0);
      } catch (AudioFileException e) {
        assertThat(e).hasMessageThat().startsWith("a.wav: ");
      }
    }
  }

  @Test
  void aFileThatIsNotThereIsTold(@TempDir Path folder) {
    Path file = folder.resolve("none.wav");

    assertThat(assertThrows(AudioFileException.class, () -> AudioClip.read(file)))
        .hasMessageThat()
        .contains("none.wav: cannot be read");
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void whatIsNoSoundIsRefused() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> AudioClip.of(new float[0], 8000)))
        .hasMessageThat()
        .isEqualTo("a clip has no samples, must have at least 1");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> AudioClip.of(new float[] {0, Float.NaN}, 8000)))
        .hasMessageThat()
        .isEqualTo("samples[1] is NaN, expected a finite number");
    assertThat(assertThrows(IllegalArgumentException.class, () -> AudioClip.of(new short[1], 0)))
        .hasMessageThat()
        .contains("a rate of 0 samples a second");
  }

  @Test
  void clipsAreValues() {
    float[] mine = {0.5f, 0.25f};
    AudioClip clip = AudioClip.of(mine, 8000);
    mine[0] = 9;
    clip.samples()[1] = 9;

    assertThat(clip).isEqualTo(AudioClip.of(new short[] {16_384, 8_192}, 8000));
    assertThat(clip.hashCode()).isEqualTo(AudioClip.of(new float[] {0.5f, 0.25f}, 8000).hashCode());
    assertThat(clip).isNotEqualTo(AudioClip.of(new float[] {0.5f, 0.25f}, 8001));
    assertThat(clip.seconds()).isEqualTo(2 / 8000.0);
    assertThat(clip.toString()).isEqualTo("0.00 s at 8000 Hz");
    assertThat(AudioClip.join(List.of(clip, clip.part(1, 2))).samples())
        .isEqualTo(new float[] {0.5f, 0.25f, 0.25f});
    assertThrows(
        IllegalArgumentException.class,
        () -> AudioClip.join(List.of(clip, AudioClip.of(new float[1], 16_000))));
  }
}
