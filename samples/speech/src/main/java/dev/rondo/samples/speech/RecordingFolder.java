package dev.rondo.samples.speech;

import dev.rondo.AudioClip;
import dev.rondo.AudioFileException;
import dev.rondo.samples.common.SampleFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the recordings of a folder. */
final class RecordingFolder {
  /** What lists the texts, where the names of the files do not tell them. */
  static final String TRANSCRIPTS = "transcripts.tsv";

  /** Text, speaker and number, as in {@code 7_jackson_3.wav}. */
  private static final Pattern NAME = Pattern.compile("(.+)_(.+)_(\\d+)\\.wav");

  /** Text and what tells its recordings apart, as in {@code seven-3.wav}. */
  private static final Pattern PLAIN = Pattern.compile("(\\p{Alnum}+)(?:[^\\p{Alnum}].*)?\\.wav");

  private RecordingFolder() {}

  /**
   * Returns the recordings in the order of their names.
   *
   * @throws SampleFailure if there are none, or a name or a line does not tell what is said
   */
  static List<Recording> read(Path folder) {
    Path transcripts = folder.resolve(TRANSCRIPTS);
    return Files.exists(transcripts) ? listed(folder, transcripts) : named(folder);
  }

  private static List<Recording> named(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(RecordingFolder::isWav).sorted().toList();
    } catch (IOException e) {
      throw SampleFailure.of("--data: \"" + folder + "\" cannot be read: " + e);
    }
    if (files.isEmpty()) {
      throw SampleFailure.of(
          "--data: \"%s\" has no WAV files. Name them like 7_jackson_3.wav, or list them in %s."
              .formatted(folder, TRANSCRIPTS));
    }
    List<Recording> recordings = new ArrayList<>();
    for (Path file : files) {
      recordings.add(named(file, String.valueOf(file.getFileName())));
    }
    return recordings;
  }

  private static Recording named(Path file, String name) {
    Matcher whole = NAME.matcher(name);
    if (whole.matches()) {
      return new Recording(
          name, whole.group(2), Integer.parseInt(whole.group(3)), clip(file), whole.group(1));
    }
    Matcher plain = PLAIN.matcher(name);
    if (plain.matches()) {
      return new Recording(name, "", -1, clip(file), plain.group(1));
    }
    throw SampleFailure.of(
        "--data: \"%s\" does not tell what is said. Name it like 7_jackson_3.wav, or list it in %s."
            .formatted(file, TRANSCRIPTS));
  }

  private static List<Recording> listed(Path folder, Path transcripts) {
    List<Recording> recordings = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(transcripts)) {
        number++;
        String[] parts = line.split("\t", -1);
        if (parts.length < 2 || parts.length > 3 || parts[1].isBlank()) {
          throw SampleFailure.of(
              "\"%s\", line %s: expected the name of a file, a tab and what is said in it"
                      .formatted(transcripts, number)
                  + " (and a tab and who speaks)");
        }
        String speaker = parts.length == 3 ? parts[2] : "";
        recordings.add(
            new Recording(parts[0], speaker, -1, clip(folder.resolve(parts[0])), parts[1]));
      }
    } catch (IOException e) {
      throw SampleFailure.of("\"" + transcripts + "\" cannot be read: " + e);
    }
    if (recordings.isEmpty()) {
      throw SampleFailure.of("\"" + transcripts + "\" lists no recordings");
    }
    return recordings;
  }

  /**
   * Returns the clip of a file.
   *
   * @throws SampleFailure if it is not there, or damaged
   */
  static AudioClip clip(Path file) {
    try {
      return AudioClip.read(file);
    } catch (AudioFileException e) {
      throw SampleFailure.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isWav(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".wav");
  }
}
