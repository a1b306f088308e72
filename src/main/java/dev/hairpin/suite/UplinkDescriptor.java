package dev.hairpin.suite;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** The scenarios on one uplink, under its name. */
final class UplinkDescriptor extends AbstractTestDescriptor {
  UplinkDescriptor(UniqueId suite, String uplink) {
    super(suite.append("uplink", uplink), uplink);
  }

  /** The same with what Cucumber's engine found. */
  UplinkDescriptor with(TestDescriptor scenarios) {
    addChild(scenarios);
    return this;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }
}
