module com.example {
  requires dev.rondo.annotations;
  requires dev.rondo.runtime;
  requires ai.djl.api;               // generated code
  requires static org.jspecify;      // generated code
  requires org.slf4j;                // starting PyTorch
  requires com.google.gson;          // model files
  requires org.apache.commons.csv;   // example files
}
