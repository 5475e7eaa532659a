package dev.rondo.runtime.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts DJL's PyTorch engine: sees to its native libraries, keeps DJL from what nobody asked for,
 * and tells in one exception what went wrong.
 *
 * <p>A start that failed is tried anew at the next call.
 */
final class EngineStart {
  /** DJL's settings by which somebody asks for other natives than those on the class path. */
  private static final Set<String> ASK_FOR_OTHERS =
      Set.of("PYTORCH_FLAVOR", "PYTORCH_VERSION", "PYTORCH_LIBRARY_PATH");

  /** This engine, and one of DJL itself that calls other machines. */
  private static final Set<String> WITHOUT_GPUS = Set.of("PyTorch", "RPC");

  /** All but all of PyTorch. Only on Linux it finds by itself what it needs. */
  private static final String LARGE = "libtorch_cpu.so";

  /** A path where nothing is. */
  private static final String NOWHERE = "?";

  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  /** Where PyTorch's libraries lie: known before the engine is, and forgotten if it fails. */
  private record Libraries(NativeCache cache, boolean forCpu) {}

  private static volatile @Nullable Engine engine;
  private static @Nullable Libraries libraries;
  private static volatile int threads;

  private EngineStart() {}

  /**
   * Returns the engine, started at the first call.
   *
   * @throws EngineStartException if it cannot be started
   * @throws IllegalStateException if it is not started and the process is ending
   */
  static Engine engine() {
    Engine started = engine;
    return started == null ? startOnce() : started;
  }

  private static synchronized Engine startOnce() {
    Engine started = engine;
    if (started == null) {
      started = inOwnClassLoader(() -> NativeCalls.run(EngineStart::start));
      threads = JniUtils.getNumThreads();
      engine = started;
    }
    return started;
  }

  /**
   * Begins to load PyTorch's large library on another thread, once: that takes as long as reading a
   * model. Files are looked for and one library is loaded, and nothing of DJL happens there; what
   * goes wrong is told to whoever then needs the engine.
   *
   * @param before is done first on that thread
   */
  static void begin(Runnable before) {
    if (engine != null || BEGUN.getAndSet(true)) {
      return;
    }
    Runnable work =
        () -> {
          before.run();
          loadAhead();
        };
    Thread thread = new Thread(null, work, "rondo-engine-start", 0, false);
    thread.setContextClassLoader(EngineStart.class.getClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  private static synchronized void loadAhead() {
    if (engine != null) {
      return;
    }
    try {
      NativeCalls.run(
          () -> {
            Libraries known = provided();
            // DJL gets the same one only if its classes have the same loader
            if (Engine.class.getClassLoader() == EngineStart.class.getClassLoader()) {
              known.cache().library(LARGE).ifPresent(file -> System.load(file.toString()));
            }
            return known;
          });
    } catch (RuntimeException | LinkageError e) {
      libraries = null; // the start tries again, and says what is wrong
    }
  }

  /** Returns how many threads PyTorch computed with when it was started. */
  static int threads() {
    return threads;
  }

  /**
   * DJL looks for its parts by the context class loader, and threads that are started keep it: the
   * loader of the application that happens to come first would live as long as the process.
   */
  private static <T> T inOwnClassLoader(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EngineStart.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Engine start() {
    // read when DJL's first class is loaded: without it DJL calls home
    System.setProperty("OPT_OUT_TRACKING", "true");
    Libraries known = provided();
    libraries = null; // a start that fails looks for them anew
    return load(known.cache(), known.forCpu());
  }

  /** Finds the libraries, and unpacks them where they are not yet. */
  private static synchronized Libraries provided() {
    Libraries known = libraries;
    if (known == null) {
      known = provide();
      libraries = known;
    }
    return known;
  }

  private static Libraries provide() {
    Settings settings = Settings.ofProcess();
    boolean asked = ASK_FOR_OTHERS.stream().anyMatch(name -> settings.get(name).isPresent());
    try {
      ClassLoader loader = EngineStart.class.getClassLoader();
      Optional<NativeFiles> files =
          asked ? Optional.empty() : NativeFiles.find(loader, Platform.current());
      NativeCache cache =
          NativeCache.choose(
              settings,
              folder("user.home"),
              folder("java.io.tmpdir"),
              files,
              FolderGuard.ofProcess());
      cache.provide();
      return new Libraries(cache, files.isPresent());
    } catch (IOException e) {
      throw new EngineStartException("its jars cannot be read: " + e, e);
    }
  }

  /** Returns a folder of the system; one that is not there where it has no name of a path. */
  private static Path folder(String property) {
    try {
      return Path.of(System.getProperty(property, NOWHERE));
    } catch (InvalidPathException e) { // its letters are not of this process's locale
      return Path.of(NOWHERE);
    }
  }

  private static Engine load(NativeCache cache, boolean forCpu) {
    try {
      // whoever loaded DJL's first class may not have seen the engine
      Engine.registerEngine(new PtEngineProvider());
      if (forCpu) {
        forgetGpus();
      }
      return Property.during(
          "ENGINE_CACHE_DIR",
          cache.folder().toString(),
          // switched off at each call of ours, so that DJL need not tell at length that it is on
          () ->
              Property.during(
                  "ai.djl.pytorch.graph_optimizer", "false", () -> Engine.getEngine("PyTorch")));
    } catch (LinkageError | RuntimeException | AssertionError e) {
      // an AssertionError is what DJL throws where its jars do not belong together
      throw new EngineStartException(reason(e, cache, forCpu), e);
    }
  }

  /**
   * The natives for CPUs use no GPU, but DJL looks for them all the same: it starts a process and a
   * thread for ever, unpacks another library, and warns twice where there is CUDA without a driver.
   * It does not look where it has been told to ask another process.
   */
  private static void forgetGpus() {
    if (!WITHOUT_GPUS.containsAll(Engine.getAllEngines())) {
      return; // another engine of DJL may use them
    }
    Property.during(
        "ai.djl.util.cuda.fork",
        "true",
        () -> {
          try {
            return Class.forName("ai.djl.util.cuda.CudaUtils", true, Engine.class.getClassLoader());
          } catch (ClassNotFoundException e) {
            throw new IllegalStateException("ai.djl:api is of another version than expected", e);
          }
        });
  }

  private static String reason(Throwable e, NativeCache cache, boolean forCpu) {
    String all = messages(e);
    String lower = all.toLowerCase(Locale.ROOT);
    if (lower.contains("already loaded in another classloader")) {
      return "another class loader of this process has loaded its native libraries, and Java lets"
          + " only one do so. Put rondo-runtime-djl and what it brings into a class loader that all"
          + " applications share, the server's for example.";
    }
    if (lower.contains("failed to map segment") || lower.contains("operation not permitted")) {
      return cache.refused("its file system does not allow what lies there to be run");
    }
    if (!forCpu && isOfNetwork(e)) {
      return ("what PYTORCH_FLAVOR or PYTORCH_VERSION asks for cannot be fetched to %s: %s. Where"
              + " there is no network, bring that folder from a machine that has one.")
          .formatted(cache.folder(), all);
    }
    return cache.refused(all);
  }

  private static boolean isOfNetwork(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException || cause instanceof SocketException) {
        return true;
      }
    }
    return false;
  }

  private static String messages(Throwable e) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      all.append(all.isEmpty() ? "" : ": ").append(cause.getMessage());
    }
    return all.toString();
  }
}
