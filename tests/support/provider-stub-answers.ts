// What the loopback stub answers for each provider: their shapes, with invented people. Every field that a
// credential does not need carries the canary, which must never reach a file.
import { bakePng, plainPng } from './bake.ts';

export const CANARY = 'CANARY-7f3a';
export const STUB_UUID = '0f6b2c1e-4a3d-4e5f-8a9b-1c2d3e4f5a6b';
export const SECOND_UUID = '1a7c3d2f-5b4e-4f60-9bac-2d3e4f5a6b7c';
export const HEX40 = '0123456789abcdef0123456789abcdef01234567';
export const BADGR_ID = 'q1W2e3R4t5Y6u7I8o9P0aA';

export type StubRequest = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};
export type StubAnswer = {
  readonly status: number;
  readonly mediaType: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

type Route = readonly [
  host: string,
  path: RegExp,
  answer: (request: StubRequest, endless: boolean) => unknown,
];

const ROUTES: readonly Route[] = [
  ['www.credly.com', /^\/users\/ada-fernside\/badges\.json$/, credlyPage],
  ['www.credly.com', /\/external_badges\/open_badges\/public$/, outsidePage],
  [
    'www.credly.com',
    /^\/api\/v1\/public_badges\//,
    () => ({ data: credlyOne(STUB_UUID, 'Meadow Keeping') }),
  ],
  ['learn.microsoft.com', /^\/api\/profiles\/transcript\/share\/d1a2b3c4e5f6g7h$/, transcript],
  ['profile.api.trailhead.com', /^\/graphql$/, trailheadAnswer],
  ['www.hackerrank.com', /^\/community\/v1\/test_results\/hacker_certificate$/, hackerrankAnswer],
  ['www.skills.google', /^\/public_profiles\/[\w-]+$/, () => SKILLS_PAGE],
  ['api.accredible.com', /^\/v1\/credential-net\/credentials\/44556677$/, accredibleAnswer],
  ['api.badgr.io', /^\/public\/assertions\/[\w-]+\/baked$/, () => bakedBadge()],
  ['api.badgr.io', /^\/public\/assertions\/[\w-]+\.json$/, () => hostedAssertion('api.badgr.io')],
  [
    'badgr.com',
    /^\/public\/collections\/[\w-]+\.json$/,
    () => ({
      type: 'Collection',
      name: 'Meadow work',
      owner: { firstName: CANARY, lastName: CANARY },
      badges: [hostedAssertion('badgr.com')],
    }),
  ],
  ['openbadgepassport.com', /^\/obpv1\/p\/badge\/info\/4711$/, passportAnswer],
  ['openbadgefactory.com', /^\/v1\/assertion\/[0-9a-f]+$/, () => linkedAssertion('/v1/badge/9')],
  ['openbadgefactory.com', /^\/v1\/badge\/9$/, () => badgeClass('/v1/issuer/9')],
  ['openbadgefactory.com', /^\/v1\/issuer\/9$/, () => ISSUER],
  ['api.freecodecamp.org', /^\/certificate\/showCert\/adafernside\/garden-web$/, freeCodeCamp],
  ['verify.skilljar.com', /^\/c\/abc123def456$/, () => SKILLJAR_PAGE],
  ['skillshop.exceedlms.com', /^\/student\/award\//, () => AWARD_PAGE],
  [
    'school.example',
    /^\/moodle\/badges\/assertion\.php$/,
    () => linkedAssertion('/moodle/badges/badge_json.php?id=9', 'school.example'),
  ],
  [
    'school.example',
    /^\/moodle\/badges\/badge_json\.php$/,
    () => badgeClass('/moodle/badges/issuer_json.php?id=9', 'school.example'),
  ],
  ['school.example', /^\/moodle\/badges\/issuer_json\.php$/, () => ISSUER],
  [
    'badges.larkfield.example',
    /^\/assertions\/77\.json$/,
    () => linkedAssertion('/badges/9.json', 'badges.larkfield.example'),
  ],
  [
    'badges.larkfield.example',
    /^\/badges\/9\.json$/,
    () => badgeClass('/issuer.json', 'badges.larkfield.example'),
  ],
  ['badges.larkfield.example', /^\/issuer\.json$/, () => ISSUER],
];

/** The answer of the provider at `request.host`; 404 for anything it does not have. */
export function stubAnswer(request: StubRequest, endless: boolean): StubAnswer {
  const route = ROUTES.find(([host, path]) => host === request.host && path.test(request.path));
  const answer = route?.[2](request, endless);
  if (answer === undefined) return { status: 404, mediaType: 'application/json', body: '{}' };
  if (answer instanceof Uint8Array) return { status: 200, mediaType: 'image/png', body: answer };
  if (typeof answer === 'string') return { status: 200, mediaType: 'text/html', body: answer };
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(answer) };
}

function credlyOne(id: string, name: string): unknown {
  const issuer = {
    summary: 'issued by Larkfield Trust',
    entities: [{ label: 'Issued by', primary: true, entity: { name: 'Larkfield Trust', id: 'x' } }],
  };
  return {
    id,
    issued_at_date: '2025-02-03',
    issued_at: '2025-02-03T10:00:00.000Z',
    expires_at_date: null,
    state: 'accepted',
    public: true,
    issued_to: 'Ada Fernside',
    locale: 'en',
    earner_path: `/users/${CANARY}`,
    earner_photo_url: `https://pictures.example/${CANARY}.jpg`,
    user: { email: `${CANARY}@mail.example` },
    image_url: 'https://images.credly.com/images/invented.png',
    evidence: [],
    recommendations: [{ text: CANARY }],
    issuer,
    badge_template: {
      id: 'template-1',
      name,
      description: 'Keeps a meadow.',
      skills: [{ id: 's1', name: 'Mowing', vanity_slug: 'mowing' }],
      alignments: [],
      issuer,
    },
  };
}

function credlyPage(request: StubRequest, endless: boolean): unknown {
  const page = Number(request.query.get('page'));
  const isLast = !endless && page >= 2;
  return {
    data: [
      page === 1 ? credlyOne(STUB_UUID, 'Meadow Keeping') : credlyOne(SECOND_UUID, 'Hedge Laying'),
    ],
    metadata: {
      total_count: 2,
      next_page_url: isLast ? null : `https://www.credly.com/users/${CANARY}?page=${page + 1}`,
    },
  };
}

function outsidePage(): unknown {
  return {
    data: [
      {
        id: 'ext-1',
        public: true,
        issued_at_date: '2024-01-02',
        expires_at_date: null,
        owner: CANARY,
        external_badge: {
          badge_name: 'Bee Watching',
          badge_url: 'https://bees.example/1',
          image_url: 'https://bees.example/1.png',
          issuer_name: 'Bee Circle',
        },
      },
    ],
    metadata: { total_count: 1, next_page_url: null },
  };
}

function transcript(): unknown {
  return {
    userName: 'adafernside',
    contactEmail: `${CANARY}@mail.example`,
    totalModulesCompleted: 1,
    modulesCompleted: [
      {
        uid: 'learn.invented.module',
        title: 'Module of Meadows',
        durationInMinutes: 30,
        completedOn: '2024-05-06T00:00:00Z',
      },
    ],
    learningPathsCompleted: [],
    certificationData: {
      legalName: CANARY,
      mcid: CANARY,
      totalActiveCertifications: 1,
      activeCertifications: [
        {
          name: 'Invented Fundamentals',
          certificationNumber: 'ABC123-DEF456',
          status: 'Active',
          dateEarned: '2024-06-07T00:00:00Z',
          expiration: null,
        },
      ],
      passedExams: [
        { examTitle: 'Exam ZZ-900', examNumber: 'ZZ-900', examDateTaken: '2024-06-07T00:00:00Z' },
      ],
      qualifications: [
        { name: 'Qualified Invention', dateEarned: '2024-07-01T00:00:00Z', seat: CANARY },
      ],
      historicalCertifications: [],
    },
  };
}

function trailheadAnswer(request: StubRequest, endless: boolean): unknown {
  const kind = '__typename';
  const profile = { [kind]: 'PublicProfile', id: CANARY, email: `${CANARY}@mail.example` };
  if (request.body.includes('GetUserCertifications')) {
    const certification = {
      title: 'Certified Gardener',
      product: 'Gardens',
      dateCompleted: '2023-04-05',
      dateExpired: null,
      status: { title: 'Active', expired: false, date: '2023-04-05' },
    };
    return { data: { profile: { ...profile, credential: { certifications: [certification] } } } };
  }
  const award = {
    id: 'aw-1',
    title: 'Pruning Basics',
    type: 'MODULE',
    icon: 'https://trailhead.example/icon.png',
    content: { webUrl: 'https://trailhead.example/pruning', description: 'How to prune.' },
  };
  return {
    data: {
      profile: {
        ...profile,
        earnedAwards: {
          edges: [{ node: { [kind]: 'EarnedAwardBase', id: 'award-1', award } }],
          pageInfo: { endCursor: 'cursor-1', hasNextPage: endless },
        },
      },
    },
  };
}

function hackerrankAnswer(): unknown {
  const attributes = {
    status: 'test_passed',
    username: 'ada_fernside',
    hacker_name: 'Ada Fernside',
    email: `${CANARY}@mail.example`,
    type: 'skill',
    score: 97.5,
    completed_at: '2024-02-03T00:00:00.000Z',
    certificate: { track_slug: 'sorting', label: 'Sorting (Basic)', level: 'Basic' },
  };
  const failed = { ...attributes, status: 'test_failed', hacker_name: CANARY };
  return {
    data: [
      { id: 'a1b2c3d4e5f6', type: 'test_result', attributes, links: { self: CANARY } },
      { id: 'ffffffffffff', type: 'test_result', attributes: failed },
    ],
  };
}

function accredibleAnswer(): unknown {
  return {
    credential: {
      id: 44556677,
      uuid: STUB_UUID,
      encoded_id: 'ab12cd34',
      name: 'Orchard Safety',
      description: '<p>Safe ladders.</p>',
      issued_on: '2024-09-10',
      expired_on: null,
      private: false,
      complete: true,
      url: 'https://www.credential.net/44556677',
      custom_attributes: { birth: CANARY },
      recipient: { name: 'Ada Fernside', email: `${CANARY}@mail.example`, id: CANARY },
      issuer: { id: 5, name: 'Larkfield Trust', url: 'https://larkfield.example', phone: CANARY },
      group: { name: 'orchard', course_name: 'Orchard Safety', internal: CANARY },
    },
  };
}

const ISSUER = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: 'https://larkfield.example/issuer',
  name: 'Larkfield Trust',
  url: 'https://larkfield.example',
};

function badgeClass(issuerPath: string, host = 'openbadgefactory.com'): Record<string, unknown> {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'BadgeClass',
    id: `https://${host}/badge/9`,
    name: 'Stone Walling',
    description: 'Builds a dry wall.',
    criteria: { narrative: 'A wall of ten metres.' },
    issuer: `https://${host}${issuerPath}`,
  };
}

function linkedAssertion(badgePath: string, host = 'openbadgefactory.com'): unknown {
  return {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    id: `https://${host}/assertions/77`,
    badge: `https://${host}${badgePath}`,
    issuedOn: '2024-03-04T00:00:00Z',
    recipient: { type: 'email', hashed: true, salt: 's', identity: `sha256$${'0'.repeat(64)}` },
    verification: { type: 'HostedBadge' },
  };
}

function hostedAssertion(host: string): Record<string, unknown> {
  return {
    ...(linkedAssertion('', host) as Record<string, unknown>),
    id: `https://${host}/public/assertions/${BADGR_ID}`,
    badge: { ...badgeClass('', host), issuer: ISSUER },
  };
}

function bakedBadge(): Uint8Array {
  return bakePng(plainPng(), 'openbadges', JSON.stringify(hostedAssertion('api.badgr.io')));
}

function passportAnswer(): unknown {
  return {
    id: 4711,
    issued_on: 1_700_000_000,
    expires_on: null,
    visibility: 'public',
    revoked: false,
    first_name: 'Ada',
    last_name: 'Fernside',
    owner: CANARY,
    email: `${CANARY}@mail.example`,
    profile_picture: CANARY,
    assertion_url: `https://openbadgefactory.com/v1/assertion/${HEX40}`,
    content: [
      {
        name: 'Pond Care',
        description: 'Looks after a pond.',
        issuer_content_name: 'Larkfield Trust',
        issuer_content_url: 'https://larkfield.example',
        issuer_contact: CANARY,
      },
    ],
  };
}

function freeCodeCamp(): unknown {
  return {
    username: 'adafernside',
    name: 'Ada Fernside',
    certSlug: 'garden-web',
    certTitle: 'Garden Web',
    completionTime: 300,
    date: 1_700_000_000_000,
    email: `${CANARY}@mail.example`,
  };
}

const SKILLS_PAGE = `<!doctype html><html><head><title>Profile</title>
<script>var mail = "${CANARY}@mail.example";</script></head><body>
<h1 class="ql-display-small">Ada&nbsp;Fernside</h1><p hidden>${CANARY}</p>
<div class="profile-badge"><a class="badge-image" href="/public_profiles/${STUB_UUID}/badges/901">
<img src="https://cdn.example/901.png" alt=""></a>
<span class="ql-title-medium l-mts">Cloud Meadows &amp; Fields</span>
<span class="ql-body-medium l-mbs">Earned Nov 21, 2024 EST</span></div>
<div class="profile-badge"><a class="badge-image" href="/public_profiles/${STUB_UUID}/badges/902"></a>
<span class="ql-title-medium">Kubernetes in the Orchard</span><br>
<span class="ql-body-medium">Earned Jan 2, 2025 EST</span></div></body></html>`;

const SKILLJAR_PAGE = `<!doctype html><html><head>
<meta property="og:title" content="Certificate for Compost Theory">
</head><body><div><h4>Course Completed</h4><p>Compost Theory</p></div>
<div><h4>Offered By</h4><p>Larkfield Academy</p></div>
<div><h4>Completion Date</h4><p>Mar. 5, 2025</p></div><footer>${CANARY}</footer></body></html>`;

const AWARD_PAGE = `<!doctype html><html><head><title>Award</title></head><body>
<h1>Congratulations!</h1><h2>Signpost Search</h2>
<p>Completed by <strong>Ada Fernside</strong> on <span>June 4, 2024</span></p>
<p>Completion ID: 88012345</p><p>${CANARY}</p></body></html>`;
