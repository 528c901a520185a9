// The list of provider rows. A new provider is one file beside this one and one line here, in the order of
// the alphabet; any-host patterns of every row are tried after all others, so the order decides nothing.
import type { ProviderRecogniser } from '../provider.ts';
import { ACCREDIBLE } from './accredible.ts';
import { ALISON } from './alison.ts';
import { ALPHORM } from './alphorm.ts';
import { ATLASSIAN } from './atlassian.ts';
import { AWS } from './aws.ts';
import { BADGR } from './badgr.ts';
import { CERTIFIER } from './certifier.ts';
import { CERTMETRICS } from './certmetrics.ts';
import { CERTOPUS } from './certopus.ts';
import { CISCO_NETACAD } from './cisco-netacad.ts';
import { CODECADEMY } from './codecademy.ts';
import { COGNITIVE_CLASS } from './cognitive-class.ts';
import { COMPTIA } from './comptia.ts';
import { CORPORATE_FINANCE_INSTITUTE } from './corporate-finance-institute.ts';
import { COURSERA } from './coursera.ts';
import { CREDLY } from './credly.ts';
import { CS50 } from './cs50.ts';
import { CYBRARY } from './cybrary.ts';
import { DATABRICKS } from './databricks.ts';
import { DATACAMP } from './datacamp.ts';
import { DIGILOCKER } from './digilocker.ts';
import { DUOLINGO_ENGLISH_TEST } from './duolingo-english-test.ts';
import { EDX } from './edx.ts';
import { EF_SET } from './ef-set.ts';
import { EUROPASS } from './europass.ts';
import { FORAGE } from './forage.ts';
import { FREECODECAMP } from './freecodecamp.ts';
import { FUTURELEARN } from './futurelearn.ts';
import { GOOGLE } from './google.ts';
import { GOOGLE_CLOUD } from './google-cloud.ts';
import { GOOGLE_SKILLSHOP } from './google-skillshop.ts';
import { GREAT_LEARNING } from './great-learning.ts';
import { HACKERRANK } from './hackerrank.ts';
import { HUBSPOT } from './hubspot.ts';
import { IBM_SKILLSBUILD } from './ibm-skillsbuild.ts';
import { INFOSYS_SPRINGBOARD } from './infosys-springboard.ts';
import { INTELLUM } from './intellum.ts';
import { ISC2 } from './isc2.ts';
import { JETBRAINS_ACADEMY } from './jetbrains-academy.ts';
import { KAGGLE } from './kaggle.ts';
import { KHAN_ACADEMY } from './khan-academy.ts';
import { LE_WAGON } from './le-wagon.ts';
import { LEARNER_CREDENTIAL_WALLET } from './learner-credential-wallet.ts';
import { LINKEDIN_LEARNING } from './linkedin-learning.ts';
import { MICROSOFT_LEARN } from './microsoft-learn.ts';
import { MINDLUSTER } from './mindluster.ts';
import { MITX_ONLINE } from './mitx-online.ts';
import { MONGODB } from './mongodb.ts';
import { MOOC_FI } from './mooc-fi.ts';
import { MOODLE } from './moodle.ts';
import { NPTEL } from './nptel.ts';
import { NVIDIA_DLI } from './nvidia-dli.ts';
import { OFFSEC } from './offsec.ts';
import { OPEN_BADGE_FACTORY } from './open-badge-factory.ts';
import { OPEN_BADGE_PASSPORT } from './open-badge-passport.ts';
import { OPEN_EDX } from './open-edx.ts';
import { OPENCLASSROOMS } from './openclassrooms.ts';
import { OPENSAP } from './opensap.ts';
import { ORACLE } from './oracle.ts';
import { PLURALSIGHT } from './pluralsight.ts';
import { PMI } from './pmi.ts';
import { RED_HAT } from './red-hat.ts';
import { SAYLOR } from './saylor.ts';
import { SCRUM_ALLIANCE } from './scrum-alliance.ts';
import { SCRUM_ORG } from './scrum-org.ts';
import { SERTIFIER } from './sertifier.ts';
import { SIMPLILEARN } from './simplilearn.ts';
import { SKILLJAR } from './skilljar.ts';
import { SKILLSOFT } from './skillsoft.ts';
import { SNOWFLAKE } from './snowflake.ts';
import { SOLOLEARN } from './sololearn.ts';
import { STEM_BLOCKCHAIN } from './stem-blockchain.ts';
import { STEPIK } from './stepik.ts';
import { TRAILHEAD } from './trailhead.ts';
import { TRYHACKME } from './tryhackme.ts';
import { UDACITY } from './udacity.ts';
import { UDEMY } from './udemy.ts';
import { VIRTUAL_BADGE } from './virtual-badge.ts';
import { W3SCHOOLS } from './w3schools.ts';

export const PROVIDERS: readonly ProviderRecogniser[] = [
  ACCREDIBLE,
  ALISON,
  ALPHORM,
  ATLASSIAN,
  AWS,
  BADGR,
  CERTIFIER,
  CERTMETRICS,
  CERTOPUS,
  CISCO_NETACAD,
  CODECADEMY,
  COGNITIVE_CLASS,
  COMPTIA,
  CORPORATE_FINANCE_INSTITUTE,
  COURSERA,
  CREDLY,
  CS50,
  CYBRARY,
  DATABRICKS,
  DATACAMP,
  DIGILOCKER,
  DUOLINGO_ENGLISH_TEST,
  EDX,
  EF_SET,
  EUROPASS,
  FORAGE,
  FREECODECAMP,
  FUTURELEARN,
  GOOGLE,
  GOOGLE_CLOUD,
  GOOGLE_SKILLSHOP,
  GREAT_LEARNING,
  HACKERRANK,
  HUBSPOT,
  IBM_SKILLSBUILD,
  INFOSYS_SPRINGBOARD,
  INTELLUM,
  ISC2,
  JETBRAINS_ACADEMY,
  KAGGLE,
  KHAN_ACADEMY,
  LE_WAGON,
  LEARNER_CREDENTIAL_WALLET,
  LINKEDIN_LEARNING,
  MICROSOFT_LEARN,
  MINDLUSTER,
  MITX_ONLINE,
  MONGODB,
  MOOC_FI,
  MOODLE,
  NPTEL,
  NVIDIA_DLI,
  OFFSEC,
  OPEN_BADGE_FACTORY,
  OPEN_BADGE_PASSPORT,
  OPEN_EDX,
  OPENCLASSROOMS,
  OPENSAP,
  ORACLE,
  PLURALSIGHT,
  PMI,
  RED_HAT,
  SAYLOR,
  SCRUM_ALLIANCE,
  SCRUM_ORG,
  SERTIFIER,
  SIMPLILEARN,
  SKILLJAR,
  SKILLSOFT,
  SNOWFLAKE,
  SOLOLEARN,
  STEM_BLOCKCHAIN,
  STEPIK,
  TRAILHEAD,
  TRYHACKME,
  UDACITY,
  UDEMY,
  VIRTUAL_BADGE,
  W3SCHOOLS,
];
