package dev.rondo.runtime.store;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StorableCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model file and believes nothing that it says: names, sizes, shapes and digests are
 * compared with what is expected and with what is there before anything is allocated or returned.
 * Whatever is wrong with the file, the answer is a {@link ModelFileException}.
 *
 * <p>Safe for use by many threads until it is closed.
 */
public final class ModelReader implements AutoCloseable {
  private final ZipArchive zip;
  private final Manifest manifest;
  private final Place place;
  private boolean forTraining;

  private ModelReader(ZipArchive zip, Manifest manifest, Place place) {
    this.zip = zip;
    this.manifest = manifest;
    this.place = place;
  }

  /**
   * Opens a model file.
   *
   * @param expected the signature of the network that the model is for
   * @throws IllegalArgumentException if the file is null
   * @throws ModelFileException if there is no such file, if it cannot be read, is damaged, of a
   *     newer major format or no model file, or if its signature is another one
   */
  public static ModelReader open(@Nullable Path file, Signature expected) {
    Torch.begin(); // whoever has a network for the file will compute
    return openAny(file).expecting(expected);
  }

  /**
   * Returns the name of the model in a file, the simple name of its interface, for those who have
   * several models and are given a file.
   *
   * @throws IllegalArgumentException if the file is null
   * @throws ModelFileException if there is no such file, if it cannot be read, is damaged, of a
   *     newer major format or no model file
   */
  public static String modelName(@Nullable Path file) {
    try (ModelReader reader = openAny(file)) {
      return reader.manifest.signature().model();
    }
  }

  /**
   * Returns the SHA-256 of the weights in a file, 64 hexadecimal digits, as the file says it: that
   * of the entry {@code weights.safetensors}. Two models with equal weights, bit by bit, that are
   * kept in the same numbers have the same.
   *
   * @throws IllegalArgumentException if the file is null
   * @throws ModelFileException if there is no such file, if it cannot be read, is damaged, of a
   *     newer major format or no model file
   */
  public static String weightsSha256(@Nullable Path file) {
    try (ModelReader reader = openAny(file)) {
      return reader.sha256(ModelFormat.WEIGHTS);
    }
  }

  /** Opens a file of whatever model. */
  static ModelReader openAny(@Nullable Path nullable) {
    Path file = Arguments.notNull(nullable, "file");
    Place place = Place.of(file);
    checkReadable(file, place);
    if (file.getFileSystem().equals(FileSystems.getDefault())) {
      return open(ZipArchive.open(file.toFile(), ZipFile.OPEN_READ, place), place);
    }
    try (InputStream stream = Files.newInputStream(file)) { // ZipFile reads real files only
      return open(new Spool(ModelFormat.STREAM_BYTES).open(stream, place), place);
    } catch (IOException e) {
      throw place.wrong("cannot be read: " + e, e);
    }
  }

  /**
   * Opens a model file that comes as a stream, through a temporary file of at most 8 GiB.
   *
   * @param stream is read to its end and left open
   * @param expected the signature of the network that the model is for
   * @throws IllegalArgumentException if the stream is null, as that of a resource that is missing
   * @throws ModelFileException as for a file, or if the stream fails or is too long
   */
  public static ModelReader open(@Nullable InputStream stream, Signature expected) {
    if (stream == null) {
      throw new IllegalArgumentException(
          "stream is null. If it comes from getResourceAsStream, there is no such resource: its"
              + " name begins with / and the file is on the class path?");
    }
    Torch.begin();
    return open(stream, expected, new Spool(ModelFormat.STREAM_BYTES));
  }

  static ModelReader open(InputStream stream, Signature expected, Spool spool) {
    Place place = Place.ofStream();
    return open(spool.open(stream, place), place).expecting(expected);
  }

  private static ModelReader open(ZipArchive zip, Place place) {
    boolean opened = false;
    try {
      Manifest manifest = manifest(zip, place);
      checkEntries(zip, manifest, place);
      opened = true;
      return new ModelReader(zip, manifest, place);
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  /** Returns this reader, or closes it if its model is another one. */
  private ModelReader expecting(Signature expected) {
    boolean fits = false;
    try {
      checkSignature(manifest.signature(), expected, place.in(ModelFormat.MANIFEST));
      fits = true;
      return this;
    } finally {
      if (!fits) {
        close();
      }
    }
  }

  private static void checkReadable(Path file, Place place) {
    if (Files.isDirectory(file)) {
      throw place.wrong("is a directory");
    }
    if (!Files.exists(file)) {
      throw place.wrong(
          Files.isSymbolicLink(file)
              ? "is a link to a file that does not exist"
              : "does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw place.wrong("is not a regular file. Open it as a stream.");
    }
    if (!Files.isReadable(file)) {
      throw place.wrong("cannot be read: no permission");
    }
  }

  private static Manifest manifest(ZipArchive zip, Place place) {
    if (!zip.names().contains(ModelFormat.MANIFEST)) {
      throw place.wrong("is a zip, but no model file: it has no \"" + ModelFormat.MANIFEST + "\"");
    }
    try (EntryReader in = zip.read(ModelFormat.MANIFEST, ModelFormat.MANIFEST_BYTES)) {
      byte[] json = in.read((int) in.remaining());
      in.finish();
      return ManifestReader.read(json, in.place());
    }
  }

  private static void checkEntries(ZipArchive zip, Manifest manifest, Place place) {
    Map<String, Manifest.Entry> listed = manifest.entries();
    for (String name : zip.names()) {
      if (!listed.containsKey(name) && !name.equals(ModelFormat.MANIFEST)) {
        throw place.in(name).wrong("is not listed in \"" + ModelFormat.MANIFEST + "\"");
      }
    }
    listed.forEach(
        (name, entry) -> {
          if (zip.size(name) != entry.size()) {
            throw place
                .in(name)
                .wrong("has " + zip.size(name) + " bytes, expected " + entry.size());
          }
        });
    Set<String> used = manifest.used();
    listed.forEach(
        (name, entry) -> {
          if (!used.contains(name)) {
            checkUnused(zip, manifest, name, entry, place);
          }
        });
  }

  /** What a newer version added is left alone, but must be whole. */
  private static void checkUnused(
      ZipArchive zip, Manifest manifest, String name, Manifest.Entry entry, Place place) {
    if (!manifest.newer()) {
      throw place.in(name).wrong("is listed in \"" + ModelFormat.MANIFEST + "\", but not used");
    }
    try (EntryReader in = zip.read(name, Long.MAX_VALUE)) {
      in.skipRest();
      in.finish(entry.sha256());
    }
  }

  private static void checkSignature(Signature found, Signature expected, Place place) {
    expected
        .firstDifference(found)
        .ifPresent(
            difference -> {
              throw place.wrong(
                  String.format(
                      "%s is %s in the file, expected %s. %s",
                      Place.clean(difference.what()),
                      Place.clean(difference.found()),
                      difference.expected(),
                      Place.clean(difference.remedy())));
            });
  }

  /**
   * Returns this reader, whose codecs are restored for a training that goes on from the model:
   * enums that it answers with may have gained constants since.
   */
  public ModelReader forTraining() {
    forTraining = true;
    return this;
  }

  StoredCodec codec(String name) {
    Manifest.Codec codec = manifest.codecs().get(name);
    if (codec == null) {
      throw place.in(ModelFormat.MANIFEST).wrong("has no codec \"" + name + "\"");
    }
    StoredCodec stored =
        new StoredCodec(
            codec.kind(), codec.settings(), lines(codec.vocabulary()), lines(codec.merges()));
    return forTraining ? stored.toTrain() : stored;
  }

  /**
   * Reads a codec and restores it.
   *
   * @param restore makes the codec of what is stored, or throws an {@link IllegalArgumentException}
   *     that says why it cannot
   * @throws ModelFileException if the file has none of this name, its entries are damaged, it
   *     cannot be restored, or it is not what the signature says
   */
  public <C extends StorableCodec> C codec(String name, Function<StoredCodec, C> restore) {
    StoredCodec stored = codec(name);
    try {
      C codec = restore.apply(stored);
      manifest
          .signature()
          .codec(name)
          .ifPresent(line -> CodecCheck.check(name, line, codec, place.in(ModelFormat.MANIFEST)));
      return codec;
    } catch (IllegalArgumentException e) {
      throw place.wrong("has a codec \"" + name + "\" that does not fit: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the codecs that an input or output is made of, and restores it.
   *
   * @param name of the input or output: read are the codec of this name and those whose names begin
   *     with it and a dot
   * @param restore makes it of what is stored, by full names in the order of the file, or throws an
   *     {@link IllegalArgumentException} that says why it cannot
   * @throws ModelFileException if the file has none of these names, the entries of one are damaged,
   *     or it cannot be restored
   */
  public <C> C codecs(String name, Function<Map<String, StoredCodec>, C> restore) {
    return codecs(name, name, restore);
  }

  /**
   * Reads the codecs that an input is made of which has another name now, and restores it.
   *
   * @param name of the input in the file, as in {@link #codecs(String, Function)}
   * @param now its name now, which the full names handed to {@code restore} begin with
   * @param restore as in {@link #codecs(String, Function)}
   * @throws ModelFileException as in {@link #codecs(String, Function)}
   */
  public <C> C codecs(String name, String now, Function<Map<String, StoredCodec>, C> restore) {
    Map<String, StoredCodec> stored = new LinkedHashMap<>();
    for (String codec : manifest.codecs().keySet()) {
      if (codec.equals(name) || codec.startsWith(name + ".")) {
        stored.put(now + codec.substring(name.length()), codec(codec));
      }
    }
    if (stored.isEmpty()) {
      throw place.in(ModelFormat.MANIFEST).wrong("has no codec \"" + name + "\"");
    }
    try {
      return restore.apply(Collections.unmodifiableMap(stored));
    } catch (IllegalArgumentException e) {
      throw place.wrong("has codecs of \"" + name + "\" that do not fit: " + e.getMessage(), e);
    }
  }

  private List<String> lines(@Nullable String name) {
    if (name == null) {
      return List.of();
    }
    int lines = ModelFormat.mostLines(zip.room(ModelFormat.WEIGHTS));
    long limit = Math.min(ModelFormat.linesBytes(lines), ModelFormat.VOCABULARY_BYTES);
    try (EntryReader in = zip.read(name, limit)) {
      if (in.remaining() == 0) {
        throw in.place().wrong("is empty: a codec without entries has none");
      }
      byte[] text = in.read((int) in.remaining());
      in.finish(sha256(name));
      return TokenLines.read(text, lines, in.place());
    }
  }

  /**
   * Reads the weights.
   *
   * @param expectedShapes the shape of each weight of the network, by name: the file must have
   *     exactly these, as float32, or large ones in the numbers that {@code model.json} says
   * @return the weights in the order of the map
   * @throws ModelFileException if the file has others, they are damaged, or one is no number,
   *     infinite or beyond ±1e9
   */
  public Weights weights(Map<String, long[]> expectedShapes) {
    try (EntryReader in = zip.read(ModelFormat.WEIGHTS, Long.MAX_VALUE)) {
      Weights weights;
      try {
        weights = Safetensors.read(in, expectedShapes, numbers());
      } catch (ModelFileException e) {
        if (zip.isStored(ModelFormat.WEIGHTS)) { // else the rest could be a bomb
          in.skipRest();
          in.finish(sha256(ModelFormat.WEIGHTS)); // a damaged header looks like another network's
        }
        throw e;
      }
      in.finish(sha256(ModelFormat.WEIGHTS));
      WeightCheck.check(weights, in.place());
      return weights;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  private StoredNumbers numbers() {
    return StoredNumbers.of(manifest.precision());
  }

  /** Returns what the file says of each weight and of scales, by name: for people to read. */
  Map<String, TensorHeader.Stored> storedWeights() {
    try (EntryReader in = zip.read(ModelFormat.WEIGHTS, Long.MAX_VALUE)) {
      return Safetensors.stored(in, numbers());
    }
  }

  /** Returns the digest that the file says of an entry. */
  String sha256(String name) {
    Manifest.Entry entry = manifest.entries().get(name);
    if (entry == null) {
      throw new IllegalStateException(name + " was checked to be listed");
    }
    return entry.sha256();
  }

  /** Returns how the model was trained. */
  public TrainingHistory history() {
    return manifest.history();
  }

  /** Closes the file; what was read stays. A second call does nothing. */
  @Override
  public void close() {
    zip.close();
  }
}
