//! Good documents.

use std::collections::BTreeMap;

use super::*;

/// Text is what is there: CDATA, references and all white space, with line ends as one.
#[test]
fn text_is_kept_as_it_is() {
    for (written, text) in [
        ("", ""),
        (" a \n\tb ", " a \n\tb "),
        ("<![CDATA[a < b && c]]>", "a < b && c"),
        ("a<![CDATA[<b>]]>c<![CDATA[]]>d", "a<b>cd"),
        ("<![CDATA[]]]]><![CDATA[>]]>", "]]>"),
        (
            "&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&#13;",
            "<>&\"'A\u{1f600}\r",
        ),
        ("a<!-- <b> -->c<?pi d?>e", "ace"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\u{1f600}ä", "\u{1f600}ä"),
    ] {
        let node = read(&format!("<R><Name>{written}</Name></R>"));
        assert_eq!(node.name.as_deref(), Some(text), "{written}");
    }
    assert_eq!(read("<R><Name/></R>").name.as_deref(), Some(""));
}

/// Declaration, byte order mark, comments and instructions stand around the root.
#[test]
fn what_stands_around_the_root() {
    let node = read(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a -->\n<R><Name>n</Name></R>\n<?pi?><!-- b -->\n",
    );
    assert_eq!(node.name.as_deref(), Some("n"));
    assert_eq!(read(""), Node::default());
    assert_eq!(read(" \r\n"), Node::default());
}

/// Prefixes count for nothing, in elements and in attributes.
#[test]
fn namespaces_and_attributes() {
    let node = read(
        "<a:R xmlns:a=\"x\" xmlns:kind=\"y\" b:kind=\"&lt;k&#x20;&amp; '>\"><a:Name>n</a:Name></a:R>",
    );
    assert_eq!(node.kind.as_deref(), Some("<k & '>"));
    assert_eq!(node.name.as_deref(), Some("n"));
    // An element is no attribute.
    assert_eq!(read("<R><kind>k</kind></R>").kind, None);
}

/// The elements of flattened lists and maps may stand between others; each is read once.
#[test]
fn flattened_collections_may_be_scattered() {
    let node = read(
        "<R>
  <Tag>1</Tag><Tag>2</Tag>
  <Mark>a</Mark>
  <Entry><key>k</key><Val>v</Val></Entry>
  <Tag/>
  <Kid><Name>x</Name><Mark>m</Mark><Tag>t</Tag><Mark>n</Mark></Kid>
  <Name>n</Name>
  <Mark>b</Mark>
  <Unheard><Tag>no</Tag></Unheard>
  <Entry><Val>w</Val><key>l</key></Entry>
  <Tag>4</Tag>
  <Kid><Name>y</Name></Kid>
  <Size>5</Size>
</R>",
    );
    assert_eq!(node.tags, ["1", "2", "", "4"]);
    assert_eq!(node.marks, ["a", "b"]);
    let entries = [("k", "v"), ("l", "w")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(node.entries, BTreeMap::from(entries));
    assert_eq!((node.name.as_deref(), node.size), (Some("n"), Some(5)));
    let [x, y] = &node.kids[..] else {
        panic!("{node:?}")
    };
    assert_eq!(
        (&x.marks[..], &x.tags[..]),
        (&["m".into(), "n".into()][..], &["t".into()][..])
    );
    assert_eq!(y.name.as_deref(), Some("y"));
    assert_eq!(node.calls, 6);
}

/// What nobody wants is passed over, wherever it stands.
#[test]
fn unwanted_values_are_passed_over() {
    let node = read(
        "<R><Name>skip</Name><Mark><deep><er/></deep></Mark><Tag>1</Tag><Mark>b</Mark><Tag>2</Tag></R>",
    );
    assert!(node.marks.is_empty());
    assert_eq!(node.tags, ["1", "2"]);
}

/// Empty elements are empty lists and maps; text between elements is nothing.
#[test]
fn wrapped_collections() {
    let node = read(
        "<R><Items>
           <member><Name>x</Name></member> <other/>
         </Items>
         <Counts><entry><key>a</key><value> 1 </value></entry><entry><value>2</value><more/><key>b</key></entry>
         <entry><key>c</key></entry></Counts></R>",
    );
    assert_eq!(node.items.len(), 2);
    assert_eq!(node.items[0].name.as_deref(), Some("x"));
    let counts = [("a", Some(1)), ("b", Some(2)), ("c", None)];
    let counts = counts.map(|(key, value)| (key.to_owned(), value));
    assert_eq!(node.counts, BTreeMap::from(counts));
    let node = read("<R><Items/><Counts></Counts></R>");
    assert_eq!((node.calls, node.items.len()), (2, 0));
}

/// Around anything but text, white space counts for nothing; what is empty is not there.
#[test]
fn numbers_moments_and_bytes() {
    let node = read(
        "<R><Size>\n -9223372036854775808 </Size><Bytes> AP\n4= </Bytes>
         <When> 2024-02-29T12:30:00.5+01:00 </When><Then>1.5</Then><Ratio>-Infinity</Ratio></R>",
    );
    assert_eq!(node.size, Some(i64::MIN));
    assert_eq!(node.bytes, Some(Blob::from(&[0, 254][..])));
    assert_eq!(
        node.when,
        Some("2024-02-29T11:30:00.5Z".parse().expect("a moment"))
    );
    assert_eq!(
        node.then,
        Some("1970-01-01T00:00:01.5Z".parse().expect("a moment"))
    );
    assert_eq!(node.ratio, Some(f64::NEG_INFINITY));
    assert!(
        read("<R><Ratio>NaN</Ratio></R>")
            .ratio
            .is_some_and(f64::is_nan)
    );
    assert_eq!(read("<R><Size/><When> </When><Ratio/></R>").calls, 0);
}

/// A reader whose work grew with the square of the length would not come to an end here.
#[test]
fn many_elements() {
    let many = "<Tag>t</Tag><Mark>m</Mark><Kid><Tag>t</Tag><Size>1</Size><Tag>t</Tag></Kid>";
    let node = read(&format!("<R>{}</R>", many.repeat(20_000)));
    assert_eq!((node.tags.len(), node.marks.len()), (20_000, 20_000));
    assert!(node.kids.iter().all(|kid| kid.tags.len() == 2));
}

/// awsQuery's answers are two elements deep.
#[test]
fn results() {
    let body = "<OpResponse><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>\
                <OpResult><Name>n</Name></OpResult><Other/></OpResponse>";
    let node = read_in(Envelope::Result, body.as_bytes()).expect("an answer");
    assert_eq!(node.name.as_deref(), Some("n"));
    let body = "<OpResponse><ResponseMetadata/></OpResponse>";
    let node = read_in(Envelope::Result, body.as_bytes()).expect("an answer");
    assert_eq!(node, Node::default());
}
