module com.example.modular {
  requires dev.rondo.annotations;
  requires dev.rondo.runtime;
  requires ai.djl.api;
}
