package dev.rondo.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * A server with the runtime in its own class loader: an application comes, is the first to compute,
 * and goes.
 */
final class StartsEngineForAnApplication {
  private static final int MOST_COLLECTIONS = 50;

  private StartsEngineForAnApplication() {}

  /** Has one class of its own, as an application has many. */
  private static final class ApplicationLoader extends ClassLoader {
    ApplicationLoader() {
      super(StartsEngineForAnApplication.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(StartsEngine.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    WeakReference<ClassLoader> application = new WeakReference<>(runApplication(), gone);
    for (int i = 0; i < MOST_COLLECTIONS && !application.refersTo(null); i++) {
      System.gc();
      gone.remove(100);
    }
    System.out.print(application.refersTo(null) ? " gone" : " still there");
  }

  private static ClassLoader runApplication() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader server = thread.getContextClassLoader();
    ClassLoader loader = new ApplicationLoader();
    thread.setContextClassLoader(loader);
    var main =
        loader.loadClass(StartsEngine.class.getName()).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) new String[0]);
    if (thread.getContextClassLoader() != loader) {
      throw new IllegalStateException("the context class loader was not put back");
    }
    thread.setContextClassLoader(server);
    return loader;
  }
}
