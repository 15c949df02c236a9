package com.interspace.chassis.pdf;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XHTML that can only be looked at: without DTD, entities, scripts, forms, and links to anything but the web and mail. */
final class InertMarkup {

    private static final Pattern PLAIN_DOCTYPE = Pattern.compile("<!DOCTYPE\\s+html\\s*>", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Pattern HARMLESS_LINK = Pattern.compile("#.*|(https?|mailto):.*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> ACTIVE_ELEMENTS = Set.of(
            "script", "object", "embed", "iframe", "form", "input", "select", "textarea", "button", "link", "base");

    private InertMarkup() {}

    /** @throws IllegalArgumentException if the text is not well-formed, not {@code html}, or has a DTD */
    static Document parse(String xhtml) {
        Document document = read(xhtml);
        String root = nameOf(document.getDocumentElement());
        if (!root.equals("html")) {
            throw new IllegalArgumentException("Not XHTML: the root is '" + root + "'");
        }
        for (Element element : elementsOf(document)) {
            if (ACTIVE_ELEMENTS.contains(nameOf(element))) {
                element.getParentNode().removeChild(element);
            } else {
                removeActiveAttributes(element);
            }
        }
        return document;
    }

    private static Document read(String xhtml) {
        String text = PLAIN_DOCTYPE.matcher(xhtml).replaceFirst("");
        // Texts of people carry control characters, which XML does not allow in any form.
        String allowed = NOT_XML.matcher(text).replaceAll("\uFFFD");
        try {
            return parser().parse(new InputSource(new StringReader(allowed)));
        } catch (SAXException e) {
            throw new IllegalArgumentException("Not well-formed XHTML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("A string was not readable", e);
        }
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The parser of the Java platform must be able to refuse a DTD", e);
        }
    }

    private static List<Element> elementsOf(Document document) {
        NodeList live = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < live.getLength(); i++) {
            elements.add((Element) live.item(i));
        }
        return elements;
    }

    private static void removeActiveAttributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) attributes.item(i);
            if (isActive(attribute)) {
                element.removeAttributeNode(attribute);
            }
        }
    }

    private static boolean isActive(Attr attribute) {
        String name = attribute.getName().toLowerCase(Locale.ROOT);
        boolean leadsAstray = name.endsWith("href")
                && !HARMLESS_LINK.matcher(attribute.getValue().strip()).matches();
        return name.startsWith("on") || name.equals("download") || leadsAstray;
    }

    private static String nameOf(Element element) {
        String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
        return name.toLowerCase(Locale.ROOT);
    }
}
