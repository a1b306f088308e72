package dev.hairpin.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {
  @ParameterizedTest
  @ValueSource(strings = {"none", "one", "many", "hostile", "empty"})
  void itIsValid(String name) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Objects.requireNonNull(JunitXmlTest.class.getResource("junit.xsd")))
        .newValidator()
        .validate(new StreamSource(new StringReader(JunitXml.write(Pages.named(name)))));
  }

  @Test
  void eachOutcomeIsTold() throws Exception {
    Document xml = parsed(JunitXml.write(Pages.one()));
    assertThat(attributes(xml, "failure", "type")).containsExactly("no-reflection");
    assertThat(attributes(xml, "error", "message"))
        .singleElement()
        .asString()
        .startsWith("inconclusive: The fence");
    assertThat(attributes(xml, "skipped", "message"))
        .satisfiesExactly(
            waived -> assertThat(waived).startsWith("waived: Linux filters"),
            skipped -> assertThat(skipped).isEqualTo("skipped: This lab has no guests."));
    assertThat(attributes(xml, "testsuite", "name"))
        .containsExactly(Example.VEPA + " [tor1]", Example.PRIVATE + " [tor1]");
  }

  @Test
  void namesAreUnique() throws Exception {
    Results twice =
        Example.run(
            Example.passed("a", "tor1"), Example.failed("a", "tor1"), Example.passed("a", "tor2"));
    assertThat(attributes(parsed(JunitXml.write(twice)), "testcase", "name"))
        .containsExactly("a [tor1]", "a-2 [tor1]", "a [tor2]");
  }

  @Test
  void hostileTextIsStillThere() throws Exception {
    Document xml = parsed(JunitXml.write(Pages.hostile()));
    assertThat(attributes(xml, "failure", "type")).hasSize(1);
    assertThat(xml.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script> ]]> &amp; \"><b onload='x'> ␛[31m ␀");
    assertThat(xml.getElementsByTagName("script").getLength()).isZero();
  }

  private static List<String> attributes(Document xml, String element, String attribute) {
    NodeList nodes = xml.getElementsByTagName(element);
    List<String> values = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      values.add(((Element) nodes.item(index)).getAttribute(attribute));
    }
    return values;
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
